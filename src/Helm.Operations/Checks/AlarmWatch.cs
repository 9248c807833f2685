using Helm.Operations.Monitoring;
using Helm.Operations.Registration;
using Microsoft.Extensions.Logging;

namespace Helm.Operations.Checks;

/// <summary>The cheap look between checks: a deployment with an alarm becomes due at once.</summary>
public sealed partial class AlarmWatch(
    IDeploymentReader deployments,
    ICheckClaims claims,
    DomainRegistry domains,
    CheckIntervals intervals,
    ILogger<AlarmWatch> logger)
{
    /// <summary>False when no deployment has an alarm, or when it is not time yet to look.</summary>
    public async Task<bool> HastenAlarmedAsync(CancellationToken cancellation)
    {
        var interval = await intervals.OfAlarmsAsync(cancellation);
        var watched = (await deployments.ListAsync(cancellation)).Where(WantsAlarms).ToList();
        var hastened = await Task.WhenAll(domains.Monitors.Select(
            monitor => HastenAsync(monitor, [.. watched.Where(one => domains.MonitorFor(one) == monitor)], interval, cancellation)));
        return hastened.Contains(true);
    }

    private static bool WantsAlarms(Deployment deployment) =>
        deployment.Monitoring is { Enabled: true, EnabledChecks: var checks }
        && (checks.Count == 0 || checks.Contains(CheckKind.Alarms));

    private async Task<bool> HastenAsync(
        IDomainMonitor monitor, IReadOnlyList<Deployment> watched, TimeSpan interval, CancellationToken cancellation)
    {
        var duty = $"alarms/{monitor.Registration.Domain}";
        if (watched.Count == 0 || !await claims.TakeTurnAsync(duty, interval, cancellation))
        {
            return false;
        }

        try
        {
            var alarmed = await monitor.AlarmedAsync(watched, cancellation);
            await claims.HastenAsync([.. alarmed], cancellation);
            return alarmed.Count > 0;
        }
#pragma warning disable CA1031 // Alarms that cannot be read are the next check's finding; other domains' alarms go on.
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(exception, monitor.Registration.Domain);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The alarms of {Domain} could not be read")]
    private partial void LogFailed(Exception exception, string domain);
}
