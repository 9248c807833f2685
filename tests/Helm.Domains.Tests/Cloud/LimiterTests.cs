using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Tests.Cloud;

/// <summary>The rates that AWS documents are kept per account, region and operation.</summary>
public sealed class LimiterTests
{
    private readonly StillTime _time = new();

    [Fact]
    public async Task A_second_of_calls_goes_at_once_and_the_next_ones_wait_their_turn()
    {
        var limiter = new ApiLimiter(true, _time);
        for (var call = 0; call < 9; call++)
        {
            await TakeAsync(limiter, "123456789012");
        }

        var tenth = TakeAsync(limiter, "123456789012");
        var nextAccount = TakeAsync(limiter, "234567890123");

        Assert.True(nextAccount.IsCompletedSuccessfully);
        Assert.False(tenth.IsCompleted);
        Assert.InRange(_time.LatestDelay!.Value.TotalMilliseconds, 111, 112);
    }

    [Fact]
    public async Task Switched_off_nothing_waits()
    {
        var limiter = new ApiLimiter(false, _time);
        for (var call = 0; call < 100; call++)
        {
            await TakeAsync(limiter, "123456789012");
        }

        Assert.Null(_time.LatestDelay);
    }

    private static Task TakeAsync(ApiLimiter limiter, string account) => limiter.WaitAsync(
        account, "us-east-1", "CloudWatch", "DescribeAlarms", TestContext.Current.CancellationToken).AsTask();

    /// <summary>A clock that stands still and remembers for how long somebody wanted to wait.</summary>
    private sealed class StillTime : TimeProvider
    {
        public TimeSpan? LatestDelay { get; private set; }

        public override long GetTimestamp() => 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            LatestDelay = dueTime;
            return new Never();
        }

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
                // Nothing runs.
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
