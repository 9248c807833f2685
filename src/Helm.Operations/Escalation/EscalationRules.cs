using System.Globalization;
using Helm.Operations.Alerts;
using Helm.Operations.Expressions;
using Helm.Operations.Issues;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Escalation;

/// <summary>Which issues are handed over by themselves.</summary>
public sealed class EscalationRules(IAlertBook book, IOptions<EscalationOptions> options)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly List<(EscalationRule Rule, Condition Condition)> _rules =
        [.. options.Value.Rules.Select(rule => (rule, Condition.Parse(rule.Condition, IssueFacts.Names)))];

    /// <summary>The first rule that holds; null when none does.</summary>
    public async Task<EscalationRule?> MatchAsync(Issue issue, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var (rule, condition) in _rules)
        {
            var (count, first) = await book.OpeningsAsync(issue.IssueId, now - Timeframe(condition), cancellation);
            var facts = new IssueFacts(issue, now) { Repeats = new(count, now - (first ?? now)) };
            if (condition.Holds(facts.Find))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>The ages at which a rule may begin to hold, so that it need not wait for the next change.</summary>
    public IEnumerable<TimeSpan> Ages() =>
        from rule in _rules
        from comparison in rule.Condition.Comparisons
        where comparison.Operator is ">" or ">="
        let age = comparison.Name switch
        {
            "duration_minutes" => Minutes(comparison.Value),
            "duration" => Text(comparison.Value),
            _ => null,
        }
        where age is not null
        select age.Value;

    /// <summary>How far back openings are counted: what the condition compares the timeframe with, else a day.</summary>
    private static TimeSpan Timeframe(Condition condition) =>
        condition.Comparisons.Select(comparison => comparison.Name switch
        {
            "timeframe" => Text(comparison.Value),
            "timeframe_hours" => Minutes(comparison.Value) * 60,
            _ => null,
        }).FirstOrDefault(found => found is not null) ?? Day;

    private static TimeSpan? Minutes(object? value) =>
        value is decimal minutes ? TimeSpan.FromMinutes((double)minutes) : Text(value) is null && decimal.TryParse(value as string, CultureInfo.InvariantCulture, out var text) ? TimeSpan.FromMinutes((double)text) : null;

    private static TimeSpan? Text(object? value) => Duration.TryParse(value as string, out var duration) ? duration.Value : null;
}
