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
            await language.KeepAsync(cancellation);
            session = factory.Create(device, door);
            running.Add(session, device);
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
                running.Remove(session);
            }

            door.Close();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The device {Device} cannot be heard: {Reason}")]
    private partial void LogCannot(string device, string reason);
}
