using Helm.Host.Turns;
using Helm.Speech.Keeping;
using Helm.Speech.Sessions;
using Helm.Speech.Setup;
using Microsoft.Extensions.Options;

namespace Helm.Host.Voice;

/// <summary>Makes the spoken conversation of a device.</summary>
internal sealed partial class SessionFactory(
    SpeechEngines engines, LoggedTurns turns, WakeClaims claims, IOptions<SpeechOptions> options, IOptions<VoiceOptions> voice, TimeProvider time, ILogger<SessionFactory> log)
{
    private readonly TurnFolder _folder = new(voice.Value.TurnFolder, voice.Value.KeepTurns);

    /// <param name="tell">Told of everything that happens, in order.</param>
    public VoiceSession Create(Device device, Action<VoiceEvent> tell)
    {
        var keeper = voice.Value.KeepTurns > 0 ? new TurnKeeper(_folder, device.Id, time, reason => LogNotKept(device.Id, reason)) : null;
        return new(
            engines,
            options.Value,
            device.Dictates ? (_, _) => Task.FromResult<SpokenAnswer?>(null) : SpokenTurns.At(device, turns, options.Value.Hearing.Agreement.Changes, time),
            happened => Tell(device, tell, keeper, happened),
            sound => claims.Claim(device.Id, sound));
    }

    private void Tell(Device device, Action<VoiceEvent> tell, TurnKeeper? keeper, VoiceEvent happened)
    {
        keeper?.Watch(happened);
        if (happened is VoiceEvent.Failed failed)
        {
            LogFailed(device.Id, failed.Reason);
        }

        tell(happened);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A turn of the device {Device} could not be kept: {Reason}")]
    private partial void LogNotKept(string device, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "At the device {Device} an answer failed: {Reason}")]
    private partial void LogFailed(string device, string reason);
}
