using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Issues;

/// <summary>Counts of at least one, and severities that exist.</summary>
internal sealed class IssueValidation : IValidateOptions<IssueOptions>
{
    public ValidateOptionsResult Validate(string? name, IssueOptions options)
    {
        var requirements = new Requirements("Helm:Issues")
            .Require(options.OpenAfter >= 1, nameof(options.OpenAfter), options.OpenAfter, "at least 1")
            .Require(options.ResolveAfter >= 1, nameof(options.ResolveAfter), options.ResolveAfter, "at least 1")
            .Positive(nameof(options.Retention), options.Retention);
        for (var index = 0; index < options.SeverityOverrides.Count; index++)
        {
            var one = options.SeverityOverrides[index];
            requirements
                .Require(one.Indicator.Length > 0, $"SeverityOverrides:{index}:Indicator", "", "an indicator such as error_rate")
                .Require(
                    Severity.All.Contains(one.Severity),
                    $"SeverityOverrides:{index}:Severity",
                    one.Severity,
                    string.Join(", ", Severity.All));
        }

        return requirements.Result();
    }
}
