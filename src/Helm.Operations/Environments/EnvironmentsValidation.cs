using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Environments;

/// <summary>Every environment has a name, and no name means two of them.</summary>
internal sealed class EnvironmentsValidation : IValidateOptions<EnvironmentsOptions>
{
    public ValidateOptionsResult Validate(string? name, EnvironmentsOptions options)
    {
        var requirements = new Requirements("Helm:Environments");
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < options.Environments.Count; index++)
        {
            var environment = options.Environments[index];
            requirements.Require(environment.Name.Length > 0, $"{index}:Name", "", "a name such as prod");
            foreach (var called in NamesOf(environment))
            {
                requirements.Require(taken.Add(called), $"{index}", called, "names that no other environment has");
            }
        }

        return requirements.Result();
    }

    private static IEnumerable<string> NamesOf(EnvironmentOptions environment) =>
        environment.Aliases.Append(environment.Name).Append(environment.DisplayName)
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase);
}
