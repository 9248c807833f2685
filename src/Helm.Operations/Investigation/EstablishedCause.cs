using System.Globalization;
using Helm.Operations.Investigation.Reports;
using Helm.Operations.Issues;

namespace Helm.Operations.Investigation;

/// <summary>Writes an established cause into the issue document: root cause, remediation and timeline.</summary>
internal static class EstablishedCause
{
    private const int MostEvents = 12;

    /// <summary>A cause is written where one was established; one that is known is not unlearned by a look that found less.</summary>
    public static Issue? Write(Issue issue, IncidentReport report)
    {
        if (report.RootCause is not { } cause || issue.Status == IssueStatus.Resolved)
        {
            return null;
        }

        return issue with
        {
            RootCause = new() { Identified = true, Cause = cause, Evidence = report.Evidence, ContributingFactors = report.ContributingFactors },
            Remediation = new()
            {
                ImmediateActions = [.. report.Proposals.Select(Action)],
                PermanentFix = report.PermanentFix is { } fix ? new("code_change", fix, null, true) : issue.Remediation.PermanentFix,
            },
            Timeline = Merged(issue, report, cause),
            Metadata = issue.Metadata with { UpdatedAt = report.Timestamp },
        };
    }

    private static RemediationAction Action(ProposedRemedy remedy) =>
        new(remedy.Action, Number(remedy, "from"), Number(remedy, "to"), null, null);

    private static decimal? Number(ProposedRemedy remedy, string name) =>
        remedy.Parameters.TryGetValue(name, out var text) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IReadOnlyList<TimelineEntry> Merged(Issue issue, IncidentReport report, string cause)
    {
        var known = issue.Timeline.Select(entry => entry.Event).ToHashSet(StringComparer.Ordinal);
        var found = report.Timeline.Select(one => new TimelineEntry(one.Timestamp, one.Event))
            .Append(new(report.Timestamp, $"Root cause identified: {cause}"))
            .Where(entry => known.Add(entry.Event)).Take(MostEvents);
        return issue.RootCause.Identified && issue.RootCause.Cause == cause ? issue.Timeline : [.. issue.Timeline.Concat(found).OrderBy(entry => entry.Timestamp)];
    }
}
