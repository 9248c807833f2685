using Helm.Operations.Expressions;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Escalation;

/// <summary>Conditions can be read, and priorities are known.</summary>
internal sealed class EscalationValidation : IValidateOptions<EscalationOptions>
{
    private static readonly string[] Priorities = ["", "high", "medium", "low"];

    public ValidateOptionsResult Validate(string? name, EscalationOptions options)
    {
        var wrong = new Requirements(EscalationOptions.Section)
            .Positive(nameof(options.PollInterval), options.PollInterval)
            .Positive(nameof(options.VerifyWithin), options.VerifyWithin)
            .Positive(nameof(options.VerifyInterval), options.VerifyInterval);
        foreach (var rule in options.Rules)
        {
            wrong.Require(Priorities.Contains(rule.Priority), $"Rules:{rule.Name}:Priority", rule.Priority, "high, medium or low");
            try
            {
                Condition.Parse(rule.Condition, IssueFacts.Names);
            }
            catch (ConditionException problem)
            {
                wrong.Require(false, $"Rules:{rule.Name}:Condition", rule.Condition, $"a condition. {problem.Message.TrimEnd('.')}");
            }
        }

        return wrong.Result();
    }
}
