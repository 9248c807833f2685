using System.Text.Json.Nodes;
using Helm.Speech.Sessions;
using Helm.Speech.Transcription;
using Helm.Speech.Wyoming;

namespace Helm.Host.Satellites;

/// <summary>Tells a satellite what happens in its conversation, in the protocol's own events.</summary>
internal sealed class SatelliteEvents(SatelliteDoor door, string wakeName)
{
    public void Tell(VoiceEvent happened)
    {
        if (happened is VoiceEvent.Changed { State: var state })
        {
            door.Speaks(state == VoiceState.Speaking);
        }

        foreach (var told in Of(happened))
        {
            door.Send(told);
        }
    }

    private IEnumerable<WyomingEvent> Of(VoiceEvent happened) => happened switch
    {
        VoiceEvent.Woke => [Event("detection", "name", wakeName)],
        VoiceEvent.Changed { State: VoiceState.Listening } => [Event("transcribe", "language", "en")],
        VoiceEvent.Heard { Transcript: { Verdict: Verdict.Accepted or Verdict.DidYouMean } heard } => [WyomingEvent.Of("voice-stopped"), Event("transcript", "text", heard.Words)],
        VoiceEvent.Answered answered => [Event("synthesize", "text", answered.Answer.Speech)],
        VoiceEvent.Dropped => [Error("No command came after the wake phrase.", "stt-no-text-recognized")],
        VoiceEvent.Failed => [Error("The answer could not be made or spoken; Helm's log has the reason.", "failed")],
        _ => [],
    };

    private static WyomingEvent Event(string type, string name, string value) => WyomingEvent.Of(type, new JsonObject { [name] = value });

    private static WyomingEvent Error(string text, string code) => WyomingEvent.Of("error", new JsonObject { ["text"] = text, ["code"] = code });
}
