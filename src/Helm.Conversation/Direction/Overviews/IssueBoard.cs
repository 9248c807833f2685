using Helm.Operations.Issues;
using Helm.Operations.Monitoring;

namespace Helm.Conversation.Direction.Overviews;

/// <summary>How many issues there are, and the most urgent of them.</summary>
public sealed record IssueBoard
{
    public required int Total { get; init; }

    public required int Critical { get; init; }

    public required int High { get; init; }

    public required int Medium { get; init; }

    public required int Low { get; init; }

    public required IReadOnlyList<IssueLine> TopIssues { get; init; }

    /// <summary>What can be done about each: <c>investigate</c>.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    internal static IssueBoard Of(IssueCounts counts, IEnumerable<Issue> top, DateTimeOffset now) => new()
    {
        Total = counts.Total,
        Critical = counts.Critical,
        High = counts.High,
        Medium = counts.Medium,
        Low = counts.Low,
        TopIssues = [.. top.Select(issue => IssueLine.Of(issue, now))],
    };
}

/// <summary>An issue in a list.</summary>
public sealed record IssueLine
{
    public required string IssueId { get; init; }

    public required int Priority { get; init; }

    public required string Severity { get; init; }

    public required string Title { get; init; }

    public required string Domain { get; init; }

    public required int DurationMinutes { get; init; }

    public required ImpactLine Impact { get; init; }

    public required string Status { get; init; }

    public required IssueResource Resource { get; init; }

    /// <summary>Null until it is identified.</summary>
    public string? RootCause { get; init; }

    public static IssueLine Of(Issue issue, DateTimeOffset now) => new()
    {
        IssueId = issue.IssueId,
        Priority = issue.Priority,
        Severity = issue.Severity,
        Title = issue.Summary.Title,
        Domain = issue.Domain,
        DurationMinutes = Rounding.Minutes((issue.Metadata.ResolvedAt ?? now) - issue.Detection.DetectedAt),
        Impact = ImpactLine.Of(issue.Impact),
        Status = issue.Status,
        Resource = issue.Resource,
        RootCause = issue.RootCause.Identified ? issue.RootCause.Cause : null,
    };
}

/// <summary>The figures of an issue's impact, rounded.</summary>
public sealed record ImpactLine
{
    public required bool SloBreach { get; init; }

    public UsersAffected? UsersAffected { get; init; }

    public long? RequestsAffected { get; init; }

    public long? RequestsTotal { get; init; }

    public string? SloMetric { get; init; }

    public decimal? SloTarget { get; init; }

    public decimal? SloCurrent { get; init; }

    /// <summary>Whether the target is a floor that is fallen short of, and not a ceiling.</summary>
    public bool BelowTarget { get; init; }

    public string? BusinessImpact { get; init; }

    internal static ImpactLine Of(IssueImpact impact) => new()
    {
        SloBreach = impact.SloBreach,
        UsersAffected = impact.UsersAffected,
        RequestsAffected = impact.RequestsAffected,
        RequestsTotal = impact.RequestsTotal,
        SloMetric = impact.SloMetric,
        SloTarget = Rounding.Of(impact.SloTarget),
        SloCurrent = Rounding.Beside(impact.SloCurrent, impact.SloTarget),
        BelowTarget = impact.SloCurrent < impact.SloTarget,
        BusinessImpact = impact.BusinessImpact,
    };
}
