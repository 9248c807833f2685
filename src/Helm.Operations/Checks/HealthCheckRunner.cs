using Helm.Operations.Monitoring;

namespace Helm.Operations.Checks;

/// <summary>Runs the checks that are due, and single ones on request; the scheduler only wakes it.</summary>
public sealed class HealthCheckRunner(
    IDeploymentReader deployments,
    ICheckClaims claims,
    CheckPass pass,
    CheckResults results,
    AlarmWatch alarms)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Checks every deployment that is due; called every few seconds. Says how many reports were taken in.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellation)
    {
        var claimed = await claims.ClaimDueAsync(results.Lease, cancellation);
        return claimed.Count == 0 ? 0 : await CheckAsync(claimed, cancellation);
    }

    /// <summary>Reads the alarms when their interval has passed, and checks the deployments with an alarm at once.</summary>
    public async Task<int> WatchAlarmsAsync(CancellationToken cancellation) =>
        await alarms.HastenAlarmedAsync(cancellation) ? await RunDueAsync(cancellation) : 0;

    /// <summary>Checks one deployment now, watched or not: the creating side's initial check.</summary>
    public async Task<CheckNowResult> CheckNowAsync(
        string deploymentId, TimeSpan timeout, CancellationToken cancellation)
    {
        var deployment = (await deployments.ListAsync(cancellation)).FirstOrDefault(one => one.Id == deploymentId);
        if (deployment is null)
        {
            return new CheckNowResult.UnknownDeployment(deploymentId);
        }

        using var limit = results.Limit(timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return new CheckNowResult.Checked(await CheckOneAsync(deployment, either.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new CheckNowResult.TimedOut(results.Unknown(deployment, timeout));
        }
    }

    private async Task<int> CheckAsync(IReadOnlyList<CheckClaim> claimed, CancellationToken cancellation)
    {
        var token = claimed[0].Token;
        var ids = claimed.Select(claim => claim.DeploymentId).ToHashSet(StringComparer.Ordinal);
        try
        {
            var due = (await deployments.ListAsync(cancellation)).Where(one => ids.Contains(one.Id)).ToList();
            var startedAt = results.Now;
            var reports = await pass.RunAsync(due, token, cancellation);
            var applied = 0;
            for (var index = 0; index < due.Count; index++)
            {
                var claim = new CheckClaim(due[index].Id, token);
                applied += await results.ApplyAsync(due[index], reports[index], claim, startedAt, cancellation)
                    == ReportOutcome.Applied ? 1 : 0;
            }

            return applied;
        }
        finally
        {
            await claims.ReleaseAsync(token, CancellationToken.None);
        }
    }

    /// <summary>While another host is at it, its report is waited for rather than doubled.</summary>
    private async Task<HealthReportDocument> CheckOneAsync(Deployment deployment, CancellationToken cancellation)
    {
        var askedAt = results.Now;
        while (true)
        {
            if (await claims.ClaimAsync(deployment.Id, results.Lease, cancellation) is { } claim)
            {
                return await CheckClaimedAsync(deployment, claim, cancellation);
            }

            await results.WaitAsync(Patience, cancellation);
            if (await results.SinceAsync(deployment.Id, askedAt, cancellation) is { } report)
            {
                return report;
            }
        }
    }

    private async Task<HealthReportDocument> CheckClaimedAsync(
        Deployment deployment, CheckClaim claim, CancellationToken cancellation)
    {
        try
        {
            var startedAt = results.Now;
            var reports = await pass.RunAsync([deployment], claim.Token, cancellation);
            await results.ApplyAsync(deployment, reports[0], claim, startedAt, cancellation);
            return await results.DocumentAsync(reports[0], cancellation);
        }
        finally
        {
            await claims.ReleaseAsync(claim.Token, CancellationToken.None);
        }
    }
}
