using Helm.Operations.People;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Policy;

/// <summary>Times that can be kept, roles that may change something, and no action on two lists that contradict each other.</summary>
internal sealed class RemediationValidation : IValidateOptions<RemediationOptions>
{
    public ValidateOptionsResult Validate(string? name, RemediationOptions options)
    {
        var requirements = new Requirements(RemediationOptions.Section)
            .Positive(nameof(options.PlanLifetime), options.PlanLifetime)
            .Positive(nameof(options.LookInterval), options.LookInterval)
            .Positive(nameof(options.Settle), options.Settle)
            .Positive(nameof(options.ApplyWithin), options.ApplyWithin)
            .Positive(nameof(options.VerifyOver), options.VerifyOver)
            .Require(options.VerifyWithin.Value >= options.VerifyOver.Value, nameof(options.VerifyWithin), options.VerifyWithin, "at least VerifyOver")
            .Require(options.MostIneffective >= 1, nameof(options.MostIneffective), options.MostIneffective, "at least 1")
            .Require(options.ApproverRole >= Role.Operator, nameof(options.ApproverRole), options.ApproverRole, "Operator, Approver or Administrator")
            .Require(options.ConfirmRole >= Role.Operator, nameof(options.ConfirmRole), options.ConfirmRole, "Operator, Approver or Administrator");
        foreach (var action in options.Automatic.Concat(options.AutomaticInProduction))
        {
            requirements.Require(
                !ApprovalPolicy.NeverAtAll.Concat(options.Never).Contains(action, StringComparer.OrdinalIgnoreCase),
                nameof(options.Automatic), action, "no action that is never done");
        }

        return requirements.Result();
    }
}
