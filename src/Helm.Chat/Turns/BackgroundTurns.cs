using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.Turns;

/// <summary>Answers what was acknowledged: conversations side by side, each one's messages in their order.</summary>
/// <typeparam name="T">A message as its door understands it.</typeparam>
internal abstract partial class BackgroundTurns<T>(DoorInbox inbox, ILogger log) : BackgroundLoop
{
    private const int Lanes = 8;

    private readonly Channel<Kept>[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<Kept>(200))];

    /// <summary>What waits in a lane or is being answered. A long wait outlasts the hold on a message, and the inbox then offers it once more.</summary>
    private readonly ConcurrentDictionary<string, bool> _here = new(StringComparer.Ordinal);

    /// <summary>Never waits: when a lane is full, the message stays in the inbox and is taken from there. What is here already is not answered twice.</summary>
    public void Enqueue(string key, T message)
    {
        if (_here.TryAdd(key, true) && !_lanes[LaneOf(message)].Writer.TryWrite(new(key, message)))
        {
            _here.TryRemove(key, out _);
        }
    }

    /// <summary>Waits for room: what comes out of the inbox is counted as begun, and so often only.</summary>
    public async Task EnqueueAsync(string key, T message, CancellationToken cancellation)
    {
        if (!_here.TryAdd(key, true))
        {
            return;
        }

        try
        {
            await _lanes[LaneOf(message)].Writer.WriteAsync(new(key, message), cancellation);
        }
        catch
        {
            _here.TryRemove(key, out _); // it never came into its lane
            throw;
        }
    }

    public bool IsHere(string key) => _here.ContainsKey(key);

    protected abstract string ConversationOf(T message);

    /// <summary>Returns when the answer has reached the channel, or the channel will not have it.</summary>
    protected abstract Task AnswerAsync(T message, CancellationToken cancellation);

    protected override Task RunAsync(CancellationToken stopping) =>
        Task.WhenAll(_lanes.Select(lane => RunAsync(lane.Reader, stopping)));

    private async Task RunAsync(ChannelReader<Kept> lane, CancellationToken stopping)
    {
        while (await NextAsync(lane, stopping) is { } kept)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            limit.CancelAfter(inbox.AnswerTimeout);
            try
            {
                await AnswerAsync(kept.Message, limit.Token);
                await inbox.CompleteAsync(kept.Key, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return; // the message stays in the inbox and is answered after the next start
            }
            catch (Exception failure)
            {
                LogFailed(log, failure, ConversationOf(kept.Message)); // the inbox offers it again, a few times
            }
            finally
            {
                _here.TryRemove(kept.Key, out _);
            }
        }
    }

    private uint LaneOf(T message) => (uint)string.GetHashCode(ConversationOf(message), StringComparison.Ordinal) % Lanes;

    /// <summary>Null when the host stops.</summary>
    private static async Task<Kept?> NextAsync(ChannelReader<Kept> lane, CancellationToken stopping)
    {
        try
        {
            return await lane.ReadAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A message of {Conversation} could not be answered")]
    private static partial void LogFailed(ILogger log, Exception failure, string conversation);

    private sealed record Kept(string Key, T Message);
}
