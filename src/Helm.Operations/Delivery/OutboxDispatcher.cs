using Helm.Operations.Claims;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Delivery;

/// <summary>Sends what the outbox holds; the scheduler only wakes it, for each channel apart so that a slow one holds up no other.</summary>
public sealed class OutboxDispatcher
{
    private const int AtOnce = 32;

    /// <summary>Another host may know a channel that this one does not, while both are being renewed.</summary>
    private static readonly TimeSpan PatienceWithUnknown = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, IDeliveryChannel> _channels;
    private readonly IOutboxStore _store;
    private readonly IOptions<DeliveryOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxDispatcher> _log;

    public OutboxDispatcher(
        IEnumerable<IDeliveryChannel> channels, IOutboxStore store, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<OutboxDispatcher> log)
    {
        _channels = channels.ToDictionary(channel => channel.Name);
        (_store, _options, _time, _log) = (store, options, time, log);
    }

    /// <summary>The channels that this host can send by.</summary>
    public IReadOnlyCollection<string> Channels => _channels.Keys;

    /// <summary>Sends all that is due by one channel; says how many messages were delivered.</summary>
    public async Task<int> RunDueAsync(string channel, CancellationToken cancellation)
    {
        var sender = new OutboxSender(_store, _options.Value, _time, _log);
        var delivered = 0;
        while (true)
        {
            var (holder, now) = (Lease.NewHolder(), _time.GetUtcNow());
            var taken = await _store.TakeAsync(channel, holder, now, now + Lease.Length, AtOnce, cancellation);
            if (taken.Count == 0)
            {
                return delivered;
            }

            var results = await Lease.KeepAsync(
                (until, token) => _store.RenewAsync(holder, until, token),
                token => Task.WhenAll(taken.Select(message => sender.SendAsync(_channels[channel], message, holder, token))),
                _time, _log, cancellation);
            delivered += results.Count(sent => sent);
        }
    }

    /// <summary>Gives up what waits for a channel that nobody has, and forgets what is old.</summary>
    public async Task CleanUpAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        await _store.RefuseUnknownAsync(Channels, now - PatienceWithUnknown, cancellation);
        await _store.PurgeAsync(now - _options.Value.Keep, cancellation);
    }
}
