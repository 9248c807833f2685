using System.Text.Json;
using Helm.Operations.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.BotFramework;

/// <summary>Picks up what an earlier life of this host, or another host that died, left unanswered.</summary>
internal sealed partial class AbandonedTurns(
    BackgroundTurns turns, Inbox inbox, Intake intake, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<AbandonedTurns> log)
    : BackgroundLoop
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

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
            LogInboxUnreadable(failure);
        }
    }

    private async Task TakeAsync(InboxMessage message, CancellationToken stopping)
    {
        if (message.Attempts <= Inbox.MostAttempts && Read(message.Body) is { } inbound)
        {
            turns.Enqueue(message.Key, inbound);
            return;
        }

        LogGivenUp(message.Key, message.Attempts);
        await inbox.CompleteAsync(message.Key, stopping);
    }

    private InboundActivity? Read(string body)
    {
        try
        {
            return intake.TryAccept(ActivityJson.Read(body), out var inbound, out _) ? inbound : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox could not be read; it is tried again")]
    private partial void LogInboxUnreadable(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The message {Key} is given up after {Attempts} attempts")]
    private partial void LogGivenUp(string key, int attempts);
}
