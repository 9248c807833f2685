using System.Threading.RateLimiting;

namespace Helm.Chat.BotFramework;

/// <summary>
/// No faster than Teams lets a bot write to one conversation: 7 messages in a second, 60 in half a minute, 1800 in an hour.
/// Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit.
/// </summary>
internal sealed class ConversationPace : IDisposable
{
    private const int LongestQueue = 1000;

    private readonly PartitionedRateLimiter<string> _limits = PartitionedRateLimiter.CreateChained(
        Window(7, TimeSpan.FromSeconds(1)), Window(60, TimeSpan.FromSeconds(30)), Window(1800, TimeSpan.FromHours(1)));

    /// <summary>False when so many wait already that one more shall come again later.</summary>
    public async Task<bool> WaitAsync(ConversationReference to, CancellationToken cancellation)
    {
        if (to.ChannelId != Channels.Teams)
        {
            return true;
        }

        using var lease = await _limits.AcquireAsync(to.Conversation.Id!, cancellationToken: cancellation);
        return lease.IsAcquired;
    }

    public void Dispose() => _limits.Dispose();

    private static PartitionedRateLimiter<string> Window(int permits, TimeSpan length) => PartitionedRateLimiter.Create<string, string>(
        conversation => RateLimitPartition.GetSlidingWindowLimiter(conversation, _ => new()
        {
            PermitLimit = permits,
            Window = length,
            SegmentsPerWindow = 5,
            QueueLimit = LongestQueue,
        }));
}
