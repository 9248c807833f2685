using Helm.Operations.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.Turns;

/// <summary>Picks up what an earlier life of this host, or another host that died, left unanswered.</summary>
/// <typeparam name="T">A message as its door understands it.</typeparam>
internal abstract partial class AbandonedTurns<T>(
    BackgroundTurns<T> turns, DoorInbox inbox, TimeProvider time, IHostApplicationLifetime lifetime, ILogger log)
    : BackgroundLoop
    where T : class
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    /// <summary>Null for what the door does not understand, or no longer takes.</summary>
    protected abstract T? Read(string body);

    /// <summary>Begins when the address is bound, because the holder of a message is known by it.</summary>
    protected override async Task RunAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        while (inbox.IsOpen && !stopping.IsCancellationRequested)
        {
            try
            {
                await started.Task.WaitAsync(stopping);
                await TakeAllAsync(stopping);
                await Task.Delay(LookAgain, time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task TakeAllAsync(CancellationToken stopping)
    {
        try
        {
            foreach (var message in await inbox.TakeAbandonedAsync(stopping))
            {
                await TakeAsync(message, stopping);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogInboxUnreadable(log, failure);
        }
    }

    private async Task TakeAsync(InboxMessage message, CancellationToken stopping)
    {
        if (turns.IsHere(message.Key))
        {
            return; // it only waits for its turn
        }

        if (message.Attempts <= DoorInbox.MostAttempts && Read(message.Body) is { } inbound)
        {
            await turns.EnqueueAsync(message.Key, inbound, stopping);
            return;
        }

        LogGivenUp(log, message.Key, message.Attempts);
        await inbox.CompleteAsync(message.Key, stopping);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox could not be read; it is tried again")]
    private static partial void LogInboxUnreadable(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The message {Key} is given up after {Attempts} attempts")]
    private static partial void LogGivenUp(ILogger log, string key, int attempts);
}
