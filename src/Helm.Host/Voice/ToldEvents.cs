using Helm.Speech.Sessions;
using Helm.Speech.Transcription;

namespace Helm.Host.Voice;

/// <summary>What happens in a spoken conversation, and what is asked of it, as it is told over a WebSocket.</summary>
internal static class ToldEvents
{
    public static object Of(VoiceEvent happened) => happened switch
    {
        VoiceEvent.Changed changed => new { type = "state", state = Name(changed.State) },
        VoiceEvent.Woke woke => new { type = "woke", ms = Ms(woke.Delay) },
        VoiceEvent.Partial partial => new { type = "partial", text = partial.Words },
        VoiceEvent.Heard heard => new
        {
            type = "heard",
            text = heard.Transcript.Words,
            accepted = heard.Transcript.Verdict == Verdict.Accepted,
            verdict = Name(heard.Transcript.Verdict),
            ms = Ms(heard.Delay),
        },
        VoiceEvent.Answered answered => new { type = "answer", speech = answered.Answer.Speech, asks = answered.Answer.ListenAgain, ms = Ms(answered.Delay) },
        VoiceEvent.Sounded sounded => new { type = "sounded", ms = Ms(sounded.Delay) },
        VoiceEvent.Interrupted interrupted => new { type = "interrupted", by = Name(interrupted.By) },
        VoiceEvent.Ignored ignored => new { type = "ignored", why = ignored.Why },
        VoiceEvent.Failed => new { type = "failed", reason = "The answer could not be made or spoken; Helm's log has the reason." },
        _ => new { type = "dropped" },
    };

    public static void Take(string command, VoiceSession? session)
    {
        if (command == "press")
        {
            session?.Press();
        }
        else if (command == "release")
        {
            session?.Release();
        }
    }

    private static double Ms(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);

    private static string Name<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
