using Helm.Host.Turns;
using Helm.Speech.Sessions;
using Helm.Speech.Setup;
using Microsoft.Extensions.Options;

namespace Helm.Host.Voice;

/// <summary>Makes the spoken conversation of a device.</summary>
internal sealed partial class SessionFactory(
    SpeechEngines engines, LoggedTurns turns, WakeClaims claims, IOptions<SpeechOptions> options, TimeProvider time, ILogger<SessionFactory> log)
{
    /// <param name="tell">Told of everything that happens, in order.</param>
    public VoiceSession Create(Device device, Action<VoiceEvent> tell) => new(
        engines,
        options.Value,
        SpokenTurns.At(device, turns, options.Value.Hearing.Agreement.Changes, time),
        happened => Tell(device, tell, happened),
        sound => claims.Claim(device.Id, sound));

    private void Tell(Device device, Action<VoiceEvent> tell, VoiceEvent happened)
    {
        if (happened is VoiceEvent.Failed failed)
        {
            LogFailed(device.Id, failed.Reason);
        }

        tell(happened);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "At the device {Device} an answer failed: {Reason}")]
    private partial void LogFailed(string device, string reason);
}
