using Helm.Operations.Monitoring;
using Helm.Operations.Registration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Checks;

/// <summary>Carries out claimed checks: the deployments of one domain together, the claim kept alive meanwhile.</summary>
public sealed partial class CheckPass(
    ICheckClaims claims,
    DomainRegistry domains,
    IOptions<MonitoringOptions> options,
    TimeProvider time,
    ILogger<CheckPass> logger)
{
    /// <summary>One report for each deployment, in the given order.</summary>
    public async Task<IReadOnlyList<HealthReport>> RunAsync(
        IReadOnlyList<Deployment> deployments, string token, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewal = RenewUntilOverAsync(token, over.Token);
        try
        {
            var byMonitor = deployments.GroupBy(domains.MonitorFor).ToList();
            var reports = await Task.WhenAll(byMonitor.Select(group => CheckAsync(group.Key, [.. group], cancellation)));
            var byId = reports.SelectMany(report => report).ToDictionary(report => report.DeploymentId);
            return [.. deployments.Select(deployment => byId[deployment.Id])];
        }
        finally
        {
            await over.CancelAsync();
            await renewal;
        }
    }

    private async Task<IReadOnlyList<HealthReport>> CheckAsync(
        IDomainMonitor? monitor, IReadOnlyList<Deployment> deployments, CancellationToken cancellation)
    {
        if (monitor is null)
        {
            return AllUnknown(deployments, $"Nothing here watches the domain {deployments[0].Domain}.");
        }

        try
        {
            var reports = await monitor.CheckAsync(deployments, cancellation);
            return reports.Select(report => report.DeploymentId).SequenceEqual(deployments.Select(one => one.Id))
                ? reports
                : AllUnknown(deployments, "The check answered for other deployments than it was asked for.");
        }
#pragma warning disable CA1031 // A monitor that fails must not take the other domains' checks with it.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(exception, monitor.Registration.Domain);
            return AllUnknown(deployments, $"The check failed: {exception.Message}");
        }
    }

    private HealthReport[] AllUnknown(IReadOnlyList<Deployment> deployments, string reason) =>
        [.. deployments.Select(deployment => UnknownReport.For(deployment, reason, time.GetUtcNow()))];

    /// <summary>Three signs of life in each lease; a host that is killed gives none, and the claim runs out.</summary>
    private async Task RenewUntilOverAsync(string token, CancellationToken over)
    {
        TimeSpan lease = options.Value.ClaimLease;
        try
        {
            while (true)
            {
                await Task.Delay(lease / 3, time, over);
                await claims.RenewAsync(token, lease, over);
            }
        }
        catch (OperationCanceledException)
        {
            // The pass is over.
        }
#pragma warning disable CA1031 // Losing the claim costs a repeated check, which the ledger sorts out; it must not cost this one.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotRenewed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The check of {Domain} failed")]
    private partial void LogFailed(Exception exception, string domain);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The claim on a running check could not be renewed")]
    private partial void LogNotRenewed(Exception exception);
}
