using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>Answers what was acknowledged: conversations side by side, each one's messages in their order.</summary>
internal sealed partial class BackgroundTurns(
    Turns turns, ConnectorClient connector, Inbox inbox, IOptions<BotFrameworkOptions> options, ILogger<BackgroundTurns> log)
    : BackgroundLoop
{
    private const int Lanes = 8;

    private readonly Channel<(string Key, InboundActivity Inbound)>[] _lanes =
        [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<(string, InboundActivity)>(200))];

    /// <summary>Never waits: when a lane is full, the message stays in the inbox and is taken from there.</summary>
    public void Enqueue(string key, InboundActivity inbound)
    {
        var lane = (uint)string.GetHashCode(inbound.ConversationId, StringComparison.Ordinal) % Lanes;
        _lanes[lane].Writer.TryWrite((key, inbound));
    }

    protected override Task RunAsync(CancellationToken stopping) =>
        Task.WhenAll(_lanes.Select(lane => RunAsync(lane.Reader, stopping)));

    private async Task RunAsync(ChannelReader<(string Key, InboundActivity Inbound)> lane, CancellationToken stopping)
    {
        while (await NextAsync(lane, stopping) is var (key, inbound))
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            limit.CancelAfter(options.Value.AnswerTimeout);
            try
            {
                await connector.SendAsync(inbound.Reference, await turns.AnswerAsync(inbound, limit.Token), limit.Token);
                await inbox.CompleteAsync(key, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return; // the message stays in the inbox and is answered after the next start
            }
            catch (Exception failure)
            {
                LogFailed(failure, inbound.ConversationId); // the inbox offers it again, a few times
            }
        }
    }

    /// <summary>Null when the host stops.</summary>
    private static async Task<(string Key, InboundActivity Inbound)?> NextAsync(
        ChannelReader<(string Key, InboundActivity Inbound)> lane, CancellationToken stopping)
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
    private partial void LogFailed(Exception failure, string conversation);
}
