using Helm.Operations.Issues;

namespace Helm.Operations.Expressions;

/// <summary>What conditions may ask of an issue, by name; the fields of the issue document and what follows from them.</summary>
public sealed class IssueFacts
{
    private static readonly Dictionary<string, Func<IssueFacts, object?>> Table = new(StringComparer.Ordinal)
    {
        ["issue_id"] = facts => facts._issue.IssueId,
        ["environment"] = facts => facts._issue.Environment,
        ["domain"] = facts => facts._issue.Domain,
        ["severity"] = facts => facts._issue.Severity,
        ["priority"] = facts => facts._issue.Priority,

        // The documents write both status == 'active' and status == 'DEGRADED'.
        ["status"] = facts => new[] { facts._issue.Status, facts.Health },
        ["health"] = facts => facts.Health,
        ["title"] = facts => facts._issue.Summary.Title,
        ["resource.type"] = facts => facts._issue.Resource.Type,
        ["resource.name"] = facts => facts._issue.Resource.Name,
        ["resource.deployment_id"] = facts => facts._issue.Resource.DeploymentId,
        ["detection.check_type"] = facts => facts._issue.Detection.CheckType,
        ["detection.detected_by"] = facts => facts._issue.Detection.DetectedBy,
        ["impact.users_affected"] = facts => facts._issue.Impact.UsersAffected switch
        {
            null => null,
            { Count: { } count } => count,
            _ => "all",
        },
        ["impact.requests_affected"] = facts => facts._issue.Impact.RequestsAffected,
        ["impact.requests_total"] = facts => facts._issue.Impact.RequestsTotal,
        ["impact.slo_breach"] = facts => facts._issue.Impact.SloBreach,
        ["impact.slo_metric"] = facts => facts._issue.Impact.SloMetric,
        ["impact.slo_target"] = facts => facts._issue.Impact.SloTarget,
        ["impact.slo_current"] = facts => facts._issue.Impact.SloCurrent,
        ["root_cause.identified"] = facts => facts._issue.RootCause.Identified,
        ["escalation.escalated_to_faber"] = facts => facts._issue.Escalation.EscalatedToFaber,
        ["metadata.alert_count"] = facts => facts._issue.Metadata.AlertCount,
        ["duration"] = facts => facts._age,
        ["duration_minutes"] = facts => (decimal)facts._age.TotalMinutes,

        // How often the same thing broke, and within which time: more than three in a day.
        ["issue_count"] = facts => facts.Repeats?.Count,
        ["timeframe"] = facts => facts.Repeats?.Within,
        ["timeframe_hours"] = facts => (decimal?)facts.Repeats?.Within.TotalHours,

        // The highest factor of the burn rate table of which both windows burn; null when none does.
        ["burn_rate"] = facts => facts.BurnRate,
    };

    private readonly Issue _issue;
    private readonly TimeSpan _age;

    public IssueFacts(Issue issue, DateTimeOffset now) =>
        (_issue, _age) = (issue, (issue.Metadata.ResolvedAt ?? now) - issue.Detection.DetectedAt);

    public static IReadOnlyCollection<string> Names => Table.Keys;

    public Repeats? Repeats { get; init; }

    public decimal? BurnRate { get; init; }

    private string Health => _issue.Impact.BusinessImpact is { } impact
        && (impact.StartsWith("down", StringComparison.Ordinal) || impact.StartsWith("outage", StringComparison.Ordinal)) ? "UNHEALTHY" : "DEGRADED";

    public object? Find(string name) => Table[name](this);
}

/// <summary>How often an issue opened lately.</summary>
/// <param name="Within">From the first of them until now.</param>
public sealed record Repeats(int Count, TimeSpan Within);
