using Helm.Operations.Changes;
using Helm.Operations.Delivery;
using Helm.Operations.Timers;

namespace Helm.Host.Schedule;

/// <summary>What waits in rows of the database, each kind woken apart.</summary>
internal sealed class DueWork(ChangeFeed feed, TimerRunner timers, OutboxDispatcher outbox)
{
    public IEnumerable<string> Consumers => feed.Consumers;

    public IEnumerable<string> Kinds => timers.Kinds;

    public IEnumerable<string> Channels => outbox.Channels;
}
