using System.Collections.Concurrent;

namespace Helm.Chat.Slack;

/// <summary>About one message a second for each channel, as Slack asks for, with short bursts.</summary>
internal sealed class ChannelPace(TimeProvider time)
{
    private const int MostChannels = 1000;

    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _next = new(StringComparer.Ordinal);

    public async Task WaitAsync(string channel, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var wait = _next.AddOrUpdate(channel, now + Apart, (_, next) => (next > now ? next : now) + Apart) - Apart - Burst - now;
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellation);
        }

        Forget(now);
    }

    private void Forget(DateTimeOffset now)
    {
        if (_next.Count <= MostChannels)
        {
            return;
        }

        foreach (var idle in _next.Where(channel => channel.Value <= now).ToArray())
        {
            _next.TryRemove(idle);
        }
    }
}
