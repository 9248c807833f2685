using Helm.Operations.Alerts;
using Helm.Operations.Changes;
using Helm.Operations.Checks;
using Helm.Operations.Delivery;
using Helm.Operations.Registration;
using Helm.Operations.Remediation.Running;
using Helm.Operations.Timers;
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

/// <summary>Tells one consumer what has changed.</summary>
[DisallowConcurrentExecution]
internal sealed class ChangeJob(ChangeFeed feed) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await feed.RunAsync(context.JobDetail.Key.Name, cancellationToken);
}

/// <summary>Does what timers of one kind are due for.</summary>
[DisallowConcurrentExecution]
internal sealed class TimerJob(TimerRunner timers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await timers.RunDueAsync(context.JobDetail.Key.Name, cancellationToken);
}

/// <summary>Sends what is due by one channel.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliveryJob(OutboxDispatcher outbox) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await outbox.RunDueAsync(context.JobDetail.Key.Name, cancellationToken);
}

/// <summary>Gives up messages that nobody can send, and forgets old ones.</summary>
[DisallowConcurrentExecution]
internal sealed class OutboxCleaningJob(OutboxDispatcher outbox) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await outbox.CleanUpAsync(cancellationToken);
}

/// <summary>Brings the run log's file up to the action log.</summary>
[DisallowConcurrentExecution]
internal sealed class RunLogJob(RunLog log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await log.CatchUpAsync(cancellationToken);
}

/// <summary>Makes issues of the alerts of other systems, and keeps silences alike.</summary>
[DisallowConcurrentExecution]
internal sealed class OutsideAlertJob(OutsideIntake intake, SilenceExchange silences) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await intake.RunAsync(cancellationToken);
        await silences.RunDueAsync(cancellationToken);
    }
}
