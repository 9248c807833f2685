using System.Collections.Concurrent;
using System.Net.WebSockets;
using Helm.Speech.Engines;
using Helm.Speech.Sessions;

namespace Helm.Host.Voice;

/// <summary>The spoken conversations that go on now.</summary>
internal sealed partial class VoiceSessions(
    SessionFactory factory, LanguageKeeper language, ILogger<VoiceSessions> log)
{
    private readonly ConcurrentDictionary<VoiceSession, Device> _running = new();

    public int Count => _running.Count;

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

    /// <summary>Talks until the other end goes.</summary>
    public async Task TalkAsync(WebSocket socket, Device device, CancellationToken cancellation)
    {
        VoiceSession? session = null;
        var door = new WebSocketDoor(socket, said => ToldEvents.Take(said, session));
        var sending = door.SendAllAsync(cancellation);
        try
        {
            await language.KeepAsync(cancellation);
            session = factory.Create(device, door);
            _running[session] = device;
            door.Tell(new { type = "ready", device = device.Id, sample_rate = Speech.Audio.SpeechFormat.SampleRate });
            await session.RunAsync(door, cancellation);
        }
        catch (SpeechEngineException missing)
        {
            LogCannot(device.Id, missing.Message);
            door.Tell(new { type = "failed", reason = "Helm cannot hear here; 'heyhelm doctor' says what to do." });
        }
        finally
        {
            if (session is not null)
            {
                _running.TryRemove(session, out _);
            }

            door.Close();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The device {Device} cannot be heard: {Reason}")]
    private partial void LogCannot(string device, string reason);
}
