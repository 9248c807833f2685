using Helm.Operations.Environments;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Overviews;

/// <summary>Defaults that exist.</summary>
internal sealed class DashboardValidation(EnvironmentDirectory environments) : IValidateOptions<DashboardOptions>
{
    private static readonly string[] Outputs = ["text", "json", "voice"];

    public ValidateOptionsResult Validate(string? name, DashboardOptions options) =>
        new Requirements("Helm:Dashboard")
            .Positive(nameof(options.RefreshInterval), options.RefreshInterval)
            .Require(
                environments.All.Any(known => known.Name == options.DefaultEnvironment),
                nameof(options.DefaultEnvironment),
                options.DefaultEnvironment,
                "one of " + string.Join(", ", environments.All.Select(known => known.Name)))
            .Require(
                Outputs.Contains(options.DefaultOutput),
                nameof(options.DefaultOutput),
                options.DefaultOutput,
                "one of " + string.Join(", ", Outputs))
            .Require(options.CreatorName.Length > 0, nameof(options.CreatorName), "", "a name such as FABER")
            .Result();
}
