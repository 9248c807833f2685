using Helm.Operations.Checks;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Storage.Checks;
using Helm.Storage.Database;
using Helm.Storage.Deployments;
using Helm.Storage.Issues;
using Helm.Storage.Reports;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Ledger;

/// <summary>One transaction for a report and all that follows from it, the completed claim included.</summary>
internal sealed class ReportLedger(DbSource source, IssueLifecycle lifecycle) : IReportLedger
{
    public async Task<ReportOutcome> ApplyAsync(
        HealthReport report, DomainRegistration registration, CompletedCheck? check, CancellationToken cancellation)
    {
        var document = StoredJson.Write(report);
        await using var transaction = await IssueTransaction.BeginAsync(source, cancellation);
        var db = transaction.Db;
        if (await RefusedAsync(db, report, check, cancellation) is { } refused)
        {
            // The claim is completed all the same: that the report is there already does not make it due again.
            await transaction.CommitAsync(cancellation);
            return refused;
        }

        var row = new ReportRow
        {
            DeploymentId = report.DeploymentId,
            Timestamp = report.Timestamp,
            Document = document,
        };
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        await db.Set<DeploymentRow>().Where(one => one.Id == report.DeploymentId)
            .ExecuteUpdateAsync(one => one.SetProperty(deployment => deployment.LatestReportId, row.Id), cancellation);
        await Measurements.InsertAsync(db, report, cancellation);
        await new ReportConsequences(db, lifecycle).ApplyAsync(report, registration, cancellation);
        await transaction.CommitAsync(cancellation);
        return ReportOutcome.Applied;
    }

    private static async Task<ReportOutcome?> RefusedAsync(
        HelmDb db, HealthReport report, CompletedCheck? check, CancellationToken cancellation)
    {
        if (!await db.Set<DeploymentRow>().AnyAsync(row => row.Id == report.DeploymentId, cancellation))
        {
            return ReportOutcome.DeploymentGone;
        }

        if (check is not null && !await CompleteAsync(db, check, cancellation))
        {
            return ReportOutcome.ClaimLost;
        }

        return await db.Set<ReportRow>().AnyAsync(
            row => row.DeploymentId == report.DeploymentId && row.Timestamp == report.Timestamp, cancellation)
            ? ReportOutcome.AppliedBefore
            : null;
    }

    private static async Task<bool> CompleteAsync(HelmDb db, CompletedCheck check, CancellationToken cancellation)
    {
        var (claim, next) = check;
        return await db.Set<ScheduleRow>()
            .Where(row => row.Subject == claim.DeploymentId && row.ClaimedBy == claim.Token)
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.DueAt, next)
                    .SetProperty(one => one.ClaimedBy, (string?)null)
                    .SetProperty(one => one.ClaimedUntil, (DateTimeOffset?)null),
                cancellation) == 1;
    }
}
