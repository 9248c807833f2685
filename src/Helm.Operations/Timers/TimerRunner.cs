using Helm.Operations.Claims;
using Microsoft.Extensions.Logging;

namespace Helm.Operations.Timers;

/// <summary>Does what is due; the scheduler only wakes it, for each kind apart so that a slow one holds up no other.</summary>
public sealed partial class TimerRunner
{
    private const int AtOnce = 16;
    private const int MostAttempts = 8;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, ITimerHandler> _handlers;
    private readonly ITimerStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<TimerRunner> _log;

    public TimerRunner(IEnumerable<ITimerHandler> handlers, ITimerStore store, TimeProvider time, ILogger<TimerRunner> log) =>
        (_handlers, _store, _time, _log) = (handlers.ToDictionary(handler => handler.Kind), store, time, log);

    /// <summary>The kinds that somebody here handles.</summary>
    public IReadOnlyCollection<string> Kinds => _handlers.Keys;

    /// <summary>Does all of one kind that is due; says how many were done.</summary>
    public async Task<int> RunDueAsync(string kind, CancellationToken cancellation)
    {
        var done = 0;
        while (true)
        {
            var (holder, now) = (Lease.NewHolder(), _time.GetUtcNow());
            var taken = await _store.TakeAsync(kind, holder, now, now + Lease.Length, AtOnce, cancellation);
            if (taken.Count == 0)
            {
                return done;
            }

            var results = await Lease.KeepAsync(
                (until, token) => _store.RenewAsync(holder, until, token),
                token => Task.WhenAll(taken.Select(one => HandleAsync(_handlers[kind], one, holder, token))),
                _time, _log, cancellation);
            done += results.Count(handled => handled);
        }
    }

    private async Task<bool> HandleAsync(ITimerHandler handler, TakenTimer taken, string holder, CancellationToken cancellation)
    {
        try
        {
            await handler.HandleAsync(taken.Timer, cancellation);
            await _store.DoneAsync(taken.Timer.Key, holder, cancellation);
            return true;
        }
#pragma warning disable CA1031 // A timer that fails must not take others with it; it is tried again, then set aside with its reason.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            DateTimeOffset? next = taken.Attempts < MostAttempts
                ? _time.GetUtcNow() + Backoff.After(taken.Attempts, FirstRetry, LongestRetry)
                : null;
            LogFailed(exception, taken.Timer.Key, taken.Attempts);
            await _store.FailedAsync(taken.Timer.Key, holder, exception.Message, next, cancellation);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The timer {Key} failed, attempt {Attempt}")]
    private partial void LogFailed(Exception exception, string key, int attempt);
}
