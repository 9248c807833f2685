using Microsoft.Extensions.Options;
using Quartz;

namespace Helm.Host.Schedule;

/// <summary>What is woken how often. What is due, and that no two hosts do it twice, is decided by rows in the database.</summary>
/// <remarks>
/// Starts and ends the scheduler itself: Quartz's own hosted service reports a start that failed elsewhere as a crash.
/// Nothing is woken before the host listens: a host that cannot listen ends, and its jobs would run into its end.
/// </remarks>
internal sealed class Timetable(ISchedulerFactory factory, DueWork due, IOptions<ScheduleOptions> options) : IHostedLifecycleService
{
    private IScheduler? _scheduler;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        var scheduler = _scheduler = await factory.GetScheduler(cancellationToken);
        await EveryAsync<RegistryJob>(scheduler, options.Value.WakeInterval, cancellationToken);
        await EveryAsync<CheckJob>(scheduler, options.Value.WakeInterval, cancellationToken);
        await EveryAsync<AlarmJob>(scheduler, options.Value.WakeInterval, cancellationToken);
        await EveryAsync<RunLogJob>(scheduler, options.Value.WakeInterval, cancellationToken);
        await EveryAsync<OutsideAlertJob>(scheduler, options.Value.WakeInterval, cancellationToken);
        await EveryAsync<PurgeJob>(scheduler, options.Value.PurgeInterval, cancellationToken);
        await EveryAsync<OutboxCleaningJob>(scheduler, options.Value.PurgeInterval, cancellationToken);
        await EachAsync<ChangeJob>(scheduler, due.Consumers, cancellationToken);
        await EachAsync<TimerJob>(scheduler, due.Kinds, cancellationToken);
        await EachAsync<DeliveryJob>(scheduler, due.Channels, cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is not null)
        {
            await _scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    /// <summary>A job for each name, so that a slow one holds up no other.</summary>
    private async Task EachAsync<TJob>(IScheduler scheduler, IEnumerable<string> names, CancellationToken cancellation)
        where TJob : IJob
    {
        foreach (var name in names)
        {
            await EveryAsync<TJob>(scheduler, options.Value.WakeInterval, cancellation, new JobKey(name, typeof(TJob).Name));
        }
    }

    /// <summary>Ticks that were missed while a job ran long or the machine slept are not made up for.</summary>
    private static async Task EveryAsync<TJob>(IScheduler scheduler, TimeSpan interval, CancellationToken cancellation, JobKey? key = null)
        where TJob : IJob
    {
        var job = JobBuilder.Create<TJob>().WithIdentity(key ?? new JobKey(typeof(TJob).Name)).Build();
        var trigger = TriggerBuilder.Create().StartNow()
            .WithSimpleSchedule(simple => simple.WithInterval(interval).RepeatForever()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))
            .Build();
        await scheduler.ScheduleJob(job, trigger, cancellationToken: cancellation);
    }
}
