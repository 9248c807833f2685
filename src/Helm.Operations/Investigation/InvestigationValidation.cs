using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Investigation;

/// <summary>Spans and counts with which something can be found.</summary>
internal sealed class InvestigationValidation : IValidateOptions<InvestigationOptions>
{
    public ValidateOptionsResult Validate(string? name, InvestigationOptions options) =>
        new Requirements(InvestigationOptions.Section)
            .Positive(nameof(options.Before), options.Before)
            .Positive(nameof(options.Longest), options.Longest)
            .Positive(nameof(options.Fresh), options.Fresh)
            .Require(options.MostResources is >= 1 and <= 100, nameof(options.MostResources), options.MostResources, "1 to 100")
            .Require(options.MostLines is >= 100 and <= 100_000, nameof(options.MostLines), options.MostLines, "100 to 100000")
            .Result();
}
