using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>Refuses to open an unauthenticated door where it does not belong.</summary>
internal sealed class BotFrameworkOptionsCheck(IHostEnvironment environment) : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        if (!options.Enabled)
        {
            return ValidateOptionsResult.Success;
        }

        if (!options.DevelopmentMode)
        {
            return ValidateOptionsResult.Fail(
                $"{BotFrameworkOptions.Section}:Enabled is true, but Helm speaks to the Bot Framework in development mode only, " +
                $"where nobody proves who they are. Set {BotFrameworkOptions.Section}:DevelopmentMode to true on a developer's machine, or Enabled to false.");
        }

        return environment.IsProduction()
            ? ValidateOptionsResult.Fail(
                $"{BotFrameworkOptions.Section}:DevelopmentMode accepts messages without authentication, and is refused in the Production environment. " +
                $"Set {BotFrameworkOptions.Section}:Enabled to false, or DOTNET_ENVIRONMENT to Development on a developer's machine.")
            : ValidateOptionsResult.Success;
    }
}
