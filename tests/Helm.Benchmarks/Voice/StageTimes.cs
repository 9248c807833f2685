using Helm.Speech.Sessions;

namespace Helm.Benchmarks.Voice;

/// <summary>How long each stage of a conversation took.</summary>
internal sealed class StageTimes(Latencies late)
{
    public Latencies Wake { get; } = new();

    public Latencies Text { get; } = new();

    public Latencies Audio { get; } = new();

    public Latencies Late => late;

    public void Take(VoiceEvent happened)
    {
        switch (happened)
        {
            case VoiceEvent.Woke woke:
                Wake.Add(woke.Delay);
                break;
            case VoiceEvent.Heard { Transcript.Words.Length: > 0 } heard:
                Text.Add(heard.Delay);
                break;
            case VoiceEvent.Sounded sounded:
                Audio.Add(sounded.Delay);
                break;
        }
    }
}
