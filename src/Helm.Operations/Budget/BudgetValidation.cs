using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Budget;

/// <summary>A budget is not negative and slows nothing below its own pace.</summary>
internal sealed class BudgetValidation : IValidateOptions<BudgetOptions>
{
    public ValidateOptionsResult Validate(string? name, BudgetOptions options) =>
        new Requirements("Helm:Budget")
            .Require(
                options.MonthlyDollars >= 0, nameof(options.MonthlyDollars), options.MonthlyDollars, "0 or more")
            .Require(
                options.MaxSweepFactor is >= 1 and <= 1000,
                nameof(options.MaxSweepFactor),
                options.MaxSweepFactor,
                "1 to 1000")
            .Result();
}
