using Helm.Operations.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>Refuses to open an unauthenticated door where it does not belong.</summary>
internal sealed class BotFrameworkOptionsCheck(IHostEnvironment environment) : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        var requirements = new Requirements(BotFrameworkOptions.Section);
        if (options.Enabled)
        {
            requirements
                .Require(options.DevelopmentMode, nameof(options.DevelopmentMode), false,
                    "true on a developer's machine, or Enabled to be false: Helm speaks to the Bot Framework in development mode only, where nobody proves who they are")
                .Require(!environment.IsProduction(), nameof(options.Enabled), true,
                    "false in the Production environment, because messages are accepted without authentication; on a developer's machine set DOTNET_ENVIRONMENT to Development");
        }

        return requirements
            .Positive(nameof(options.AnswerTimeout), options.AnswerTimeout)
            .Positive(nameof(options.RememberMessages), options.RememberMessages)
            .Result();
    }
}
