using Helm.Operations.Budget;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Overviews;

/// <summary>How everything in one environment is, from the last checks; the source of status and dashboard.</summary>
public sealed record Overview
{
    public required DateTimeOffset Timestamp { get; init; }

    public required string Environment { get; init; }

    public required IReadOnlyList<DomainOverview> Domains { get; init; }

    public required IssueCounts Issues { get; init; }

    public required IReadOnlyList<Issue> TopIssues { get; init; }

    /// <summary>What slows or stops the watching, in plain words: "Sweeps run every 20 minutes: the month's API budget is 80 % spent".</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What asking the clouds costs; null before the first pass that cost anything.</summary>
    public BudgetState? Cost { get; init; }

    /// <summary>The worst domain; unknown when nothing is watched.</summary>
    public Health Health => Domains.Count == 0 ? Health.Unknown : Domains.Max(domain => domain.Health);
}

/// <summary>One domain within an overview.</summary>
public sealed record DomainOverview
{
    public required DomainRegistration Registration { get; init; }

    /// <summary>Every resource of the domain's deployments; one that was never checked is unknown.</summary>
    public required IReadOnlyList<ResourceHealth> Resources { get; init; }

    public AlarmCounts? Alarms { get; init; }

    /// <summary>Of the oldest check among its deployments; null before the first.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    public string? TopIssue { get; init; }

    public Health Health => Resources.Count == 0 ? Health.Unknown : Resources.Max(resource => resource.Health);

    /// <summary>Degraded without one does not breach an objective and is shown as ATTENTION.</summary>
    public bool SloBreach => Resources.Any(resource => resource.Observations.Any(observation => observation.SloBreach));
}

/// <summary>Builds overviews from what is stored.</summary>
public interface IOverviewReader
{
    /// <summary>The overview of one environment, by its canonical name; of all domains unless one is named.</summary>
    Task<Overview> ReadAsync(string environment, string? domain, int topIssues, CancellationToken cancellation);
}
