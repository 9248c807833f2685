using System.Text.Json.Serialization;
using Helm.Operations.Monitoring;

namespace Helm.Conversation.Direction.Overviews;

/// <summary>How an environment is, for status and dashboard alike; its JSON is the dashboard's.</summary>
/// <remarks>
/// Added to the dashboard's schema: <c>summary</c>, <c>issues.actions</c>, <c>notices</c>, <c>environment_assumed</c>, <c>domain</c>, in a domain
/// <c>checked_at</c>, <c>slo_breach</c>, <c>affected</c>, <c>findings</c> and <c>unknown_because</c>, in an issue the figures of its impact,
/// <c>status</c>, <c>resource</c> and <c>root_cause</c>.
/// </remarks>
public sealed record DashboardAnswer
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string Environment { get; init; }

    public required Health OverallHealth { get; init; }

    public required IReadOnlyList<DomainStatus> Domains { get; init; }

    public required IssueBoard Issues { get; init; }

    public required IReadOnlyList<QuickAction> QuickActions { get; init; }

    /// <summary>Over all domains.</summary>
    public required UnitCounts Summary { get; init; }

    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What the watching costs, estimated; null where it costs nothing.</summary>
    public WatchCost? Cost { get; init; }

    /// <summary>True when nobody named the environment and the default was taken.</summary>
    public bool EnvironmentAssumed { get; init; }

    /// <summary>The domain that was asked for; null for all.</summary>
    public string? Domain { get; init; }
}

/// <summary>Estimated prices of the cloud's API, in dollars.</summary>
public sealed record WatchCost(decimal PerPass, decimal? PerMonth, decimal SpentThisMonth, decimal? MonthlyBudget);

/// <summary>One domain of the dashboard.</summary>
public sealed record DomainStatus
{
    public required string Domain { get; init; }

    public required string Plugin { get; init; }

    public required Health Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnitCounts? Resources { get; init; }

    /// <summary>Instead of resources, where the domain's units are services.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnitCounts? Services { get; init; }

    public required DomainMetrics Metrics { get; init; }

    public string? TopIssue { get; init; }

    public DateTimeOffset? CheckedAt { get; init; }

    public bool SloBreach { get; init; }

    /// <summary>The units that are degraded or unhealthy, the worst first.</summary>
    public IReadOnlyList<string> Affected { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Why something is unknown, in plain words.</summary>
    public string? UnknownBecause { get; init; }
}

/// <summary>How many units are in which state.</summary>
public sealed record UnitCounts(int Total, int Healthy, int Degraded, int Unhealthy)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Unknown { get; init; }
}

/// <summary>The figures of a domain; what was not measured is left out.</summary>
public sealed record DomainMetrics
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AlarmCounts? CloudwatchAlarms { get; init; }

    /// <summary>Of the slowest unit.</summary>
    [JsonPropertyName("p95_response_time_ms")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? P95ResponseTimeMs { get; init; }

    /// <summary>Of the unit with the most errors.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? ErrorRatePercent { get; init; }
}

/// <summary>An indicator that is not as it should be.</summary>
public sealed record Finding
{
    public required string Resource { get; init; }

    public required string Type { get; init; }

    public required string Indicator { get; init; }

    public required Health Status { get; init; }

    public decimal? Value { get; init; }

    public decimal? Target { get; init; }

    public bool SloBreach { get; init; }

    public string? Note { get; init; }
}

/// <summary>A command that may come next.</summary>
public sealed record QuickAction(string Command, string Description);
