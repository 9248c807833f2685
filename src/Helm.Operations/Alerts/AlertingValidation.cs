using Helm.Operations.Expressions;
using Helm.Operations.Issues;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Alerts;

/// <summary>Conditions can be read, and every name is one that exists.</summary>
internal sealed class AlertingValidation : IValidateOptions<AlertingOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertingOptions options)
    {
        var wrong = new Requirements(AlertingOptions.Section)
            .Positive(nameof(options.Throttle), options.Throttle)
            .Positive(nameof(options.Repeat), options.Repeat);
        foreach (var (key, destination) in options.Destinations)
        {
            wrong.Require(destination.Channel.Length > 0, $"Destinations:{key}:Channel", destination.Channel, "the channel that sends, such as slack or webhook");
        }

        foreach (var severity in options.AlertOn)
        {
            wrong.Require(Severity.All.Contains(severity), nameof(options.AlertOn), severity, "critical, high, medium or low");
        }

        Names(wrong, options, nameof(options.Channels), options.Channels);
        foreach (var rule in options.Rules)
        {
            Names(wrong, options, $"Rules:{rule.Name}:Channels", rule.Channels);
            Reads(wrong, $"Rules:{rule.Name}:Condition", rule.Condition);
        }

        foreach (var rule in options.Inhibit)
        {
            Reads(wrong, $"Inhibit:{rule.Name}:Source", rule.Source);
            Reads(wrong, $"Inhibit:{rule.Name}:Target", rule.Target);
            wrong.Require(rule.Equal.All(IssueFacts.Names.Contains), $"Inhibit:{rule.Name}:Equal", string.Join(", ", rule.Equal), "names such as environment");
        }

        foreach (var rate in options.BurnRates)
        {
            wrong.Require(rate.Factor > 0, "BurnRates:Factor", rate.Factor, "more than nothing")
                .Require(rate.Long.Value > rate.Short.Value && rate.Short.Value > TimeSpan.Zero, "BurnRates:Long", rate.Long, "a window longer than Short");
        }

        return wrong.Result();
    }

    private static void Names(Requirements wrong, AlertingOptions options, string key, IEnumerable<string> channels)
    {
        foreach (var channel in channels)
        {
            wrong.Require(options.Destinations.ContainsKey(channel), key, channel, $"a name of Helm:Alerting:Destinations ({string.Join(", ", options.Destinations.Keys)})");
        }
    }

    private static void Reads(Requirements wrong, string key, string text)
    {
        try
        {
            Condition.Parse(text, IssueFacts.Names);
        }
        catch (ConditionException problem)
        {
            wrong.Require(false, key, text, $"a condition. {problem.Message.TrimEnd('.')}");
        }
    }
}
