using System.Globalization;
using Helm.Operations.Expressions;
using Helm.Operations.Issues;

namespace Helm.Operations.Alerts;

/// <summary>What a change passes on its way to people: the whole policy, one line each.</summary>
internal static class AlertStages
{
    /// <summary>Each answers why it drops a case, or null to let it pass. The first reason counts.</summary>
    private static readonly (string Name, Func<AlertCase, string?> Drop)[] All =
    [
        ("route", Route),
        ("group", Group),
        ("inhibit", Inhibit),
        ("silence", Silenced),
        ("acknowledge", Acknowledged),
        ("throttle", Throttle),
    ];

    /// <summary>The stage that drops the case and why; null when it is to be told.</summary>
    public static (string Stage, string Reason)? Drop(AlertCase one)
    {
        foreach (var (name, drop) in All)
        {
            if (drop(one) is { } reason)
            {
                return (name, reason);
            }
        }

        return null;
    }

    /// <summary>A silence that covers an issue, also when it only would be told that it is over.</summary>
    public static Silence? SilenceOf(Issue issue, IEnumerable<Silence> silences, DateTimeOffset now) =>
        silences.FirstOrDefault(silence => silence.IsActive(now) && silence.Covers(issue));

    private static string? Route(AlertCase one) =>
        one.Destinations.Count == 0 ? "No rule of Helm:Alerting wants it, and no error budget burns fast enough." : null;

    /// <summary>An incident is told once: what joins it later is told only when it is worse.</summary>
    private static string? Group(AlertCase one) =>
        one.Alert.Notified > 0 && one.Issue.IssueId != one.Alert.IssueId && !one.IsWorse
            ? $"Belongs to the incident of {one.Alert.IssueId}, which was told at {At(one.Alert.NotifiedAt)}."
            : null;

    private static string? Inhibit(AlertCase one)
    {
        foreach (var rule in one.Options.Inhibit.Where(rule => Holds(rule.Target, one.Facts)))
        {
            var source = one.Others.FirstOrDefault(other => new IssueFacts(other, one.Now) is var facts
                && Holds(rule.Source, facts)
                && rule.Equal.All(name => Equals(one.Facts.Find(name), facts.Find(name))));
            if (source is not null)
            {
                return $"The rule {rule.Name} holds it back while {source.IssueId} is open.";
            }
        }

        return null;
    }

    private static string? Silenced(AlertCase one) => SilenceOf(one.Issue, one.Silences, one.Now) switch
    {
        null => null,
        { Maintenance: true } window => $"In the maintenance window {window.Id} of {window.By} until {At(window.Until)}.",
        var silence => $"Silenced by {silence.By} until {At(silence.Until)} ({silence.Id}).",
    };

    private static string? Acknowledged(AlertCase one) =>
        one.Alert.State == AlertState.Acknowledged ? $"{one.Alert.AcknowledgedBy} is at it since {At(one.Alert.AcknowledgedAt)}." : null;

    private static string? Throttle(AlertCase one)
    {
        if (one.Alert.NotifiedAt is not { } told)
        {
            return null;
        }

        var next = told + (one.IsWorse ? TimeSpan.Zero : one.Change.Change == IssueChange.Reopened ? one.Options.Throttle : one.Options.Repeat);
        return one.Now < next ? $"Told at {At(told)}; told again at {At(next)} at the earliest." : null;
    }

    private static bool Holds(string condition, IssueFacts facts) => Condition.Parse(condition, IssueFacts.Names).Holds(facts.Find);

    private static string At(DateTimeOffset? time) =>
        time is { } moment ? moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "";
}
