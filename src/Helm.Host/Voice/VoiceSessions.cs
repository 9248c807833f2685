using System.Net.WebSockets;
using Helm.Speech.Engines;
using Helm.Speech.Sessions;

namespace Helm.Host.Voice;

/// <summary>Holds spoken conversations, each as long as its socket.</summary>
internal sealed partial class VoiceSessions(
    SessionFactory factory, LanguageKeeper language, RunningSessions running, ILogger<VoiceSessions> log)
{
    public int Count => running.Count;

    /// <summary>Talks until the other end goes.</summary>
    public async Task TalkAsync(WebSocket socket, Device device, CancellationToken cancellation)
    {
        VoiceSession? session = null;
        var door = new WebSocketDoor(socket, said => ToldEvents.Take(said, session));
        var sending = door.SendAllAsync(cancellation);
        try
        {
            await RunAsync(device, door, happened => door.Tell(ToldEvents.Of(happened)), Started, cancellation);
        }
        catch (SpeechEngineException)
        {
            door.Tell(new { type = "failed", reason = "Helm cannot hear here; 'heyhelm doctor' says what to do." });
        }
        finally
        {
            door.Close();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void Started(VoiceSession begun)
        {
            session = begun;
            door.Tell(new { type = "ready", device = device.Id, sample_rate = Speech.Audio.SpeechFormat.SampleRate });
        }
    }

    /// <summary>Runs the conversation of a device at a door of any kind until the door closes.</summary>
    /// <param name="tell">Told of everything that happens, in order.</param>
    /// <param name="started">Told the session once it can be talked to.</param>
    /// <exception cref="SpeechEngineException">No engine can listen; it was logged.</exception>
    public async Task RunAsync(
        Device device, IVoiceDoor door, Action<VoiceEvent> tell, Action<VoiceSession> started, CancellationToken cancellation)
    {
        VoiceSession? session = null;
        try
        {
            await language.KeepAsync(cancellation);
            session = factory.Create(device, tell);
            running.Add(session, device);
            started(session);
            await session.RunAsync(door, cancellation);
        }
        catch (SpeechEngineException missing)
        {
            LogCannot(device.Id, missing.Message);
            throw;
        }
        finally
        {
            if (session is not null)
            {
                running.Remove(session);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The device {Device} cannot be heard: {Reason}")]
    private partial void LogCannot(string device, string reason);
}
