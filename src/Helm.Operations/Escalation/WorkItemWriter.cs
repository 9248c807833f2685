using System.Globalization;
using System.Text;
using System.Text.Json;
using Helm.Operations.Issues;

namespace Helm.Operations.Escalation;

/// <summary>Writes the work item of an issue, in the form that the creating side's classifier reads.</summary>
public static class WorkItemWriter
{
    private const int MostEntries = 20;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    private static readonly Dictionary<string, string> Plugins = new()
    {
        ["infrastructure"] = "fractary-faber-cloud",
        ["application"] = "fractary-faber-app",
        ["content"] = "fractary-faber-content",
    };

    public static WorkItem Write(Issue issue, EscalationRequest request) => new(
        request.Marker,
        $"[HELM-{issue.IssueId}] {OneLine(issue.Summary.Title)}",
        Body(issue, request),
        [.. new[] { "helm-escalation", issue.Domain, issue.Severity, $"env-{issue.Environment}", $"priority-{request.Priority}" }.Concat(request.Labels).Distinct()],
        request.Assignees);

    /// <summary>What is new since, when a fix did not hold.</summary>
    public static string StillThere(Issue issue) =>
        $"The work item was closed, but the health check still finds it: {InertText.Of(issue.Summary.Description)}\n\n"
        + string.Join('\n', issue.Timeline.TakeLast(5).Select(Entry));

    private static string Body(Issue issue, EscalationRequest request)
    {
        var body = new StringBuilder("## Helm Issue Details\n");
        Line("Issue ID", issue.IssueId);
        Line("Domain", issue.Domain);
        Line("Environment", issue.Environment);
        Line("Severity", issue.Severity);
        Line("Resource", $"{issue.Resource.Name} ({issue.Resource.Type})");
        Line("Detected", $"{issue.Detection.DetectedBy} {issue.Detection.CheckType} at {Time(issue.Detection.DetectedAt)}");
        Line("Impact", issue.Summary.Description);
        Line("Business impact", issue.Impact.BusinessImpact);
        Line("Requests affected", issue.Impact.RequestsTotal is { } total ? $"{issue.Impact.RequestsAffected}/{total}" : null);
        Line("Reason", request.Reason);
        Section("Root Cause", issue.RootCause.Identified ? [issue.RootCause.Cause ?? ""] : ["Not established yet."]);
        Section("Evidence", issue.RootCause.Evidence.Concat(issue.Summary.Symptoms).Distinct());
        Section("Contributing Factors", issue.RootCause.ContributingFactors);
        Section("Suggested Remediation", issue.Remediation.ImmediateActions.Select(Suggested)
            .Concat(issue.Remediation.PermanentFix is { } fix ? [$"{fix.Description} (requires {fix.Requires.Replace('_', ' ')})"] : []));
        var timeline = issue.Timeline.TakeLast(MostEntries).ToList();
        body.Append(timeline.Count > 0 ? $"\n## Timeline\n{string.Join('\n', timeline.Select(Entry))}\n" : "");
        body.Append(CultureInfo.InvariantCulture, $"\n## Classification\n```json\n{Classification(issue, request)}\n```\n<!-- {request.Marker} -->\n");
        return body.ToString();

        void Line(string name, string? value) => body.Append(value is null ? "" : $"- {name}: {InertText.Of(value)}\n");

        void Section(string title, IEnumerable<string> lines)
        {
            var all = lines.Where(line => line.Length > 0).Take(MostEntries).Select(line => $"- {InertText.Of(line)}").ToList();
            body.Append(all.Count > 0 ? $"\n## {title}\n{string.Join('\n', all)}\n" : "");
        }
    }

    private static string Classification(Issue issue, EscalationRequest request) => JsonSerializer.Serialize(
        new
        {
            faber_plugin = Plugins.GetValueOrDefault(issue.Domain),
            work_type = "fix",
            helm_issue_id = issue.IssueId,
            request.Priority,
            issue.Domain,
            issue.Environment,
            issue.Severity,
            request.Permanent,
        },
        Json);

    private static string Suggested(RemediationAction action) => (action.From, action.To) is ({ } from, { } to)
        ? FormattableString.Invariant($"{action.Action}: from {from} to {to}")
        : action.Action;

    private static string Entry(TimelineEntry entry) => $"- {Time(entry.Timestamp)} {InertText.Of(entry.Event)}";

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string OneLine(string text) => InertText.Of(text).Replace("\\", "", StringComparison.Ordinal);
}
