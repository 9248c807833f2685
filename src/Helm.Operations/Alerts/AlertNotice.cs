using System.Text.Json;
using System.Text.Json.Serialization;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Alerts;

/// <summary>The facts of a message about an alert, before it is worded; channels render the commands as buttons.</summary>
public sealed record AlertNotice
{
    /// <summary>The kinds of messages, as <c>dialogs/</c> words them.</summary>
    public const string Firing = "alert.firing";
    public const string Resolved = "alert.resolved";
    public const string Acknowledged = "alert.acknowledged";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public required string AlertId { get; init; }

    public required string IssueId { get; init; }

    public required string Environment { get; init; }

    public required string Domain { get; init; }

    public required string Severity { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required IssueResource Resource { get; init; }

    public required IssueImpact Impact { get; init; }

    public required DateTimeOffset DetectedAt { get; init; }

    public required int DurationMinutes { get; init; }

    public string? RootCause { get; init; }

    /// <summary>What of the timeline tells how it ended.</summary>
    public string? Result { get; init; }

    public string? AcknowledgedBy { get; init; }

    /// <summary>How often it was told before.</summary>
    public int Repeated { get; init; }

    /// <summary>The other open issues of the incident.</summary>
    public IReadOnlyList<OtherIssue> Others { get; init; } = [];

    /// <summary>What can be done, as commands that Helm understands.</summary>
    public IReadOnlyList<NoticeCommand> Commands { get; init; } = [];

    public required string Dashboard { get; init; }

    public static AlertNotice Of(Alert alert, Issue issue, IReadOnlyList<Issue> others, IReadOnlyList<NoticeCommand> commands, DateTimeOffset now) => new()
    {
        AlertId = alert.Id,
        IssueId = issue.IssueId,
        Environment = issue.Environment,
        Domain = issue.Domain,
        Severity = issue.Severity,
        Title = issue.Summary.Title,
        Description = issue.Summary.Description,
        Resource = issue.Resource,
        Impact = issue.Impact with { SloTarget = Rounding.Of(issue.Impact.SloTarget), SloCurrent = Rounding.Beside(issue.Impact.SloCurrent, issue.Impact.SloTarget) },
        DetectedAt = issue.Detection.DetectedAt,
        DurationMinutes = (int)Math.Max(0, ((issue.Metadata.ResolvedAt ?? now) - issue.Detection.DetectedAt).TotalMinutes),
        RootCause = issue.RootCause.Identified ? issue.RootCause.Cause : null,
        Result = issue.Status == IssueStatus.Resolved && issue.Timeline is [.., var last] ? last.Event : null,
        AcknowledgedBy = alert.AcknowledgedBy,
        Repeated = Math.Max(0, alert.Notified - 1),
        Others = [.. others.Where(other => other.IssueId != issue.IssueId).Select(other => new OtherIssue(other.IssueId, other.Summary.Title, other.Severity))],
        Commands = commands,
        Dashboard = $"/helm:dashboard --env={issue.Environment}",
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>Another issue of the same incident.</summary>
public sealed record OtherIssue(string IssueId, string Title, string Severity);

/// <summary>A button: what stands on it, and the command that it sends.</summary>
public sealed record NoticeCommand(string Title, string Command);
