namespace Helm.Operations.Audits;

/// <summary>What is different from the last audit of the same kind and environment.</summary>
public sealed record AuditComparison
{
    public required string AuditId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whole days between the two; 0 on the same day.</summary>
    public required int DaysAgo { get; init; }

    /// <summary>The day of the week of the last one, in English.</summary>
    public required string Weekday { get; init; }

    /// <summary>Findings, or resources that break a rule, more than then; null for cost.</summary>
    public int? Change { get; init; }

    /// <summary>Points of the score, or percent of the rules, more than then.</summary>
    public decimal? ScoreChange { get; init; }

    /// <summary>What a day costs more than then, in percent; only for cost.</summary>
    public decimal? CostChangePercent { get; init; }

    /// <summary>What was not there then.</summary>
    public IReadOnlyList<string> Appeared { get; init; } = [];

    /// <summary>What was there then.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>Null when there is nothing to compare.</summary>
    public static AuditComparison? Of(AuditReport now, AuditReport? last)
    {
        if (last is null)
        {
            return null;
        }

        var both = new AuditComparison
        {
            AuditId = last.AuditId,
            At = last.StartedAt,
            DaysAgo = now.StartedAt.UtcDateTime.Date.Subtract(last.StartedAt.UtcDateTime.Date).Days,
            Weekday = last.StartedAt.UtcDateTime.DayOfWeek.ToString(),
        };
        return (now, last) switch
        {
            ({ Security: { } newer }, { Security: { } older }) => both.With(newer.Total - older.Total, newer.Score - older.Score, Names(newer), Names(older)),
            ({ Compliance: { } newer }, { Compliance: { } older }) => both.With(newer.Violations - older.Violations, newer.Percent - older.Percent, Names(newer), Names(older)),
            ({ Cost: { } newer }, { Cost: { } older }) => both.With(null, null, Names(newer), Names(older)) with
            {
                CostChangePercent = older.AveragePerDay == 0 ? null : Math.Round(100 * (newer.AveragePerDay - older.AveragePerDay) / older.AveragePerDay, 1),
            },
            _ => null,
        };
    }

    private AuditComparison With(int? change, decimal? scoreChange, HashSet<string> newer, HashSet<string> older) => this with
    {
        Change = change,
        ScoreChange = scoreChange,
        Appeared = [.. newer.Except(older).Order(StringComparer.Ordinal)],
        Gone = [.. older.Except(newer).Order(StringComparer.Ordinal)],
    };

    private static HashSet<string> Names(SecuritySection section) =>
        [.. section.Findings.Select(finding => $"{finding.Control ?? finding.Title} of {ShortName(finding.Resource)}")];

    private static HashSet<string> Names(ComplianceSection section) =>
        [.. section.Broken.SelectMany(rule => rule.Resources.Select(one => $"{rule.Rule} by {one.Resource}"))];

    private static HashSet<string> Names(CostSection section) =>
        [.. section.Anomalies.Select(anomaly => FormattableString.Invariant($"{anomaly.Service} on {anomaly.From:yyyy-MM-dd}"))];

    private static string ShortName(string arn) => arn.Split(':', '/')[^1];
}
