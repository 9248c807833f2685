using Helm.Operations.Monitoring;
using Helm.Operations.Registration;

namespace Helm.Operations.Checks;

/// <summary>Takes reports to the ledger, and knows when the next check is due.</summary>
public sealed class CheckResults(
    IReportLedger ledger,
    IReportReader reports,
    DomainRegistry domains,
    CheckIntervals intervals,
    TimeProvider time)
{
    public TimeSpan Lease => intervals.Lease;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The next check is due an interval after this one began, so that slow checks do not drift.</summary>
    public async Task<ReportOutcome> ApplyAsync(
        Deployment deployment,
        HealthReport report,
        CheckClaim claim,
        DateTimeOffset startedAt,
        CancellationToken cancellation)
    {
        var interval = await intervals.OfAsync(deployment, cancellation);
        return await ledger.ApplyAsync(
            report,
            domains.RegistrationFor(deployment),
            new(claim, startedAt + interval),
            cancellation);
    }

    public async Task<HealthReportDocument> DocumentAsync(HealthReport report, CancellationToken cancellation) =>
        HealthReportDocument.From(report, await reports.OpenIssuesAsync(report, cancellation));

    /// <summary>Null while there is no report made after that moment.</summary>
    public async Task<HealthReportDocument?> SinceAsync(
        string deploymentId, DateTimeOffset moment, CancellationToken cancellation) =>
        await reports.LatestAsync(deploymentId, cancellation) is { } latest && latest.Timestamp >= moment
            ? await DocumentAsync(latest, cancellation)
            : null;

    public HealthReportDocument Unknown(Deployment deployment, TimeSpan timeout)
    {
        var reason = FormattableString.Invariant($"The check did not finish within {timeout.TotalSeconds:0.###} seconds.");
        return HealthReportDocument.From(
            UnknownReport.For(deployment, reason, time.GetUtcNow()),
            new Dictionary<DeployedResource, string>(),
            reason);
    }

    public CancellationTokenSource Limit(TimeSpan timeout) => new(timeout, time);

    public Task WaitAsync(TimeSpan delay, CancellationToken cancellation) => Task.Delay(delay, time, cancellation);
}
