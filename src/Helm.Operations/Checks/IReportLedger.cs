using Helm.Operations.Monitoring;

namespace Helm.Operations.Checks;

/// <summary>Takes in reports: each is kept and its consequences for issues drawn, in one transaction.</summary>
public interface IReportLedger
{
    /// <summary>
    /// A report that was applied before (same deployment and time), or whose claim was lost to another host,
    /// changes nothing; the result says so.
    /// </summary>
    Task<ReportOutcome> ApplyAsync(
        HealthReport report, DomainRegistration registration, CompletedCheck? check, CancellationToken cancellation);
}

/// <summary>The claim under which a report was made, and when the next check is due.</summary>
public sealed record CompletedCheck(CheckClaim Claim, DateTimeOffset NextDueAt);

/// <summary>What became of a report.</summary>
public enum ReportOutcome
{
    Applied,
    AppliedBefore,
    ClaimLost,

    /// <summary>The deployment was removed while it was checked.</summary>
    DeploymentGone,
}

/// <summary>Reads the reports that are kept.</summary>
public interface IReportReader
{
    /// <summary>The latest report of each deployment that has one.</summary>
    Task<IReadOnlyList<HealthReport>> LatestAsync(CancellationToken cancellation);

    /// <summary>Null before the first check.</summary>
    Task<HealthReport?> LatestAsync(string deploymentId, CancellationToken cancellation);

    /// <summary>The ids of the open issues of a deployment's resources, by resource type and name.</summary>
    Task<IReadOnlyDictionary<DeployedResource, string>> OpenIssuesAsync(
        HealthReport report, CancellationToken cancellation);

    /// <summary>The measured values of one indicator since then, oldest first.</summary>
    Task<IReadOnlyList<MeasuredValue>> HistoryAsync(
        MeasuredSeries series, DateTimeOffset since, CancellationToken cancellation);
}

/// <summary>Which indicator of which resource.</summary>
public sealed record MeasuredSeries(string Environment, string Domain, string Resource, string Indicator);

/// <summary>One measured value and when its window ended.</summary>
public sealed record MeasuredValue(DateTimeOffset At, decimal Value, Health Health);
