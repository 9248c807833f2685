using Helm.Operations.Checks;
using Helm.Operations.Registration;
using Helm.Storage.Retention;
using Quartz;

namespace Helm.Host.Schedule;

/// <summary>Runs the checks that are due.</summary>
[DisallowConcurrentExecution]
internal sealed class CheckJob(HealthCheckRunner checks) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await checks.RunDueAsync(cancellationToken);
}

/// <summary>Reads the alarms when their time has come.</summary>
[DisallowConcurrentExecution]
internal sealed class AlarmJob(HealthCheckRunner checks) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await checks.WatchAlarmsAsync(cancellationToken);
}

/// <summary>Imports the registry file when it changed.</summary>
[DisallowConcurrentExecution]
internal sealed class RegistryJob(RegistryFile file) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await file.RefreshAsync(cancellationToken);
}

/// <summary>Removes what is older than its retention.</summary>
[DisallowConcurrentExecution]
internal sealed class PurgeJob(StorageRetention retention) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await retention.PurgeAsync(cancellationToken);
}
