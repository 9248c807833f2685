using System.Collections.Concurrent;
using Helm.Operations.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Storage.Tests;

public sealed class TimerTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_timer_goes_off_once_when_it_is_due_also_after_a_restart(Provider provider)
    {
        var done = new Recorder();
        await (await HostAsync(provider, done)).Get<ITimers>().SetAsync(Timer("t1", 10), Cancellation);
        var helm = await HostAsync(provider, done);

        Assert.Equal(0, await RunAsync(helm));
        Clock.Advance(10);
        Assert.Equal(1, await RunAsync(helm));
        Assert.Equal(0, await RunAsync(helm));

        Assert.Equal("payload", Assert.Single(done.Handled).Payload);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_cancelled_timer_never_goes_off_and_one_set_anew_only_at_its_new_time(Provider provider)
    {
        var done = new Recorder();
        var helm = await HostAsync(provider, done);
        var timers = helm.Get<ITimers>();
        await timers.SetAsync(Timer("t1", 10), Cancellation);
        await timers.SetAsync(Timer("t2", 10), Cancellation);

        Assert.True(await timers.CancelAsync("t1", Cancellation));
        Assert.False(await timers.CancelAsync("t1", Cancellation));
        await timers.SetAsync(Timer("t2", 20), Cancellation);
        Clock.Advance(15);
        Assert.Equal(0, await RunAsync(helm));
        Clock.Advance(5);
        await RunAsync(helm);

        Assert.Equal("t2", Assert.Single(done.Handled).Key);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Of_two_hosts_each_timer_goes_off_on_one(Provider provider)
    {
        var done = new Recorder();
        var (one, two) = (await HostAsync(provider, done), await HostAsync(provider, done));
        for (var number = 0; number < 40; number++)
        {
            await one.Get<ITimers>().SetAsync(Timer($"t{number}", 0), Cancellation);
        }

        await Task.WhenAll(RunAsync(one), RunAsync(two), RunAsync(one), RunAsync(two));

        Assert.Equal(40, done.Handled.Count);
        Assert.Equal(40, done.Handled.Select(timer => timer.Key).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_handler_may_set_its_own_timer_again(Provider provider)
    {
        var done = new Recorder();
        var helm = await HostAsync(provider, done);
        done.Do = timer => done.Handled.Count < 3 ? helm.Get<ITimers>().SetAsync(timer with { DueAt = Clock.Now.AddMinutes(5) }, Cancellation) : Task.CompletedTask;
        await helm.Get<ITimers>().SetAsync(Timer("t1", 0), Cancellation);

        for (var look = 0; look < 5; look++)
        {
            await RunAsync(helm);
            Clock.Advance(5);
        }

        Assert.Equal(3, done.Handled.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_timer_that_fails_is_tried_again_then_set_aside_with_its_reason_and_others_go_on(Provider provider)
    {
        var done = new Recorder { Do = timer => timer.Key == "bad" ? throw new InvalidOperationException("cannot") : Task.CompletedTask };
        var helm = await HostAsync(provider, done);
        await helm.Get<ITimers>().SetAsync(Timer("bad", 0), Cancellation);
        await helm.Get<ITimers>().SetAsync(Timer("good", 0), Cancellation);

        Assert.Equal(1, await RunAsync(helm));
        for (var look = 0; look < 20; look++)
        {
            Clock.Advance(6);
            await RunAsync(helm);
        }

        var aside = Assert.Single(await helm.Get<ITimerStore>().SetAsideAsync(Cancellation));
        Assert.Equal(("bad", "cannot", 8), (aside.Timer.Key, aside.Reason, aside.Attempts));
        Assert.Equal(8, done.Handled.Count(timer => timer.Key == "bad"));
    }

    private static Task<int> RunAsync(Installation helm) => helm.Get<TimerRunner>().RunDueAsync("test", Cancellation);

    private DueTimer Timer(string key, double minutes) => new(key, Clock.Now.AddMinutes(minutes), "test", "payload");

    private Task<Installation> HostAsync(Provider provider, Recorder handler)
    {
        Configure = services => services.AddSingleton<ITimerHandler>(handler);
        return StartAsync(provider);
    }

    private sealed class Recorder : ITimerHandler
    {
        public ConcurrentQueue<DueTimer> Handled { get; } = [];

        public Func<DueTimer, Task> Do { get; set; } = _ => Task.CompletedTask;

        public string Kind => "test";

        public async Task HandleAsync(DueTimer timer, CancellationToken cancellation)
        {
            Handled.Enqueue(timer);
            await Do(timer);
        }
    }
}
