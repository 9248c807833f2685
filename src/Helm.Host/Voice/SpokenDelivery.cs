using System.Collections.Concurrent;
using Helm.Operations.Delivery;
using Microsoft.Extensions.Options;

namespace Helm.Host.Voice;

/// <summary>
/// The channel "voice": Helm speaks first, at one device or at all ("*"). News come late or not at all rather than at
/// night or in a torrent; whoever must be reached is reached by another channel.
/// </summary>
internal sealed class SpokenDelivery(
    RunningSessions sessions, IWording wording, IOptions<VoiceOptions> options, TimeProvider time) : IDeliveryChannel
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _spoken = new();

    public string Name => "voice";

    public Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation) => Task.FromResult(Send(message));

    private DeliveryOutcome Send(OutboxMessage message)
    {
        var rules = options.Value.Announcements;
        var now = time.GetUtcNow();
        if (!AnnouncementRules.IsUrgentEnough(message.Body, rules))
        {
            return new DeliveryOutcome.Refused($"Less than {rules.LeastSeverity} is not spoken (Helm:Voice:Announcements:LeastSeverity).");
        }

        if (AnnouncementRules.UntilQuietEnds(rules, time) is { } wait)
        {
            return new DeliveryOutcome.RetryAfter("Quiet hours.", wait);
        }

        var listeners = sessions.At(message.Address);
        if (listeners.Count == 0)
        {
            return new DeliveryOutcome.RetryAfter($"No device \"{message.Address}\" listens.");
        }

        return RunningSessions.Announce(listeners.Where(listener => MayTell(listener.Device.Id, rules, now)), wording.Word(message).Speech)
            ? new DeliveryOutcome.Delivered()
            : new DeliveryOutcome.RetryAfter($"{rules.MostAnHour} announcements in an hour are the most (Helm:Voice:Announcements:MostAnHour).");
    }

    private bool MayTell(string device, AnnouncementOptions rules, DateTimeOffset now)
    {
        var times = _spoken.GetOrAdd(device, _ => new());
        lock (times)
        {
            while (times.TryPeek(out var first) && now - first >= Hour)
            {
                times.Dequeue();
            }

            if (times.Count >= rules.MostAnHour)
            {
                return false;
            }

            times.Enqueue(now);
            return true;
        }
    }
}
