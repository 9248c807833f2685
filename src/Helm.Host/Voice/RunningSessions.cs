using System.Collections.Concurrent;
using Helm.Speech.Sessions;

namespace Helm.Host.Voice;

/// <summary>The spoken conversations that go on now; who only wants to say something needs no more than these.</summary>
internal sealed class RunningSessions
{
    private readonly ConcurrentDictionary<VoiceSession, Device> _running = new();

    public int Count => _running.Count;

    public void Add(VoiceSession session, Device device) => _running[session] = device;

    public void Remove(VoiceSession session) => _running.TryRemove(session, out _);

    /// <summary>Those at the device, or all.</summary>
    public IReadOnlyList<(VoiceSession Session, Device Device)> At(string device) =>
        [.. _running.Where(running => device is "*" or "" || running.Value.Id == device).Select(running => (running.Key, running.Value))];

    /// <summary>False when there is nobody to tell.</summary>
    public static bool Announce(IEnumerable<(VoiceSession Session, Device Device)> to, string speech)
    {
        var told = false;
        foreach (var (session, _) in to)
        {
            session.Announce(speech);
            told = true;
        }

        return told;
    }
}
