using Helm.Speech.Transcription;

namespace Helm.Speech.Hearing;

/// <summary>What listening led to.</summary>
public abstract record HearingEvent
{
    private HearingEvent()
    {
    }

    /// <summary>The wake phrase was said; Helm listens.</summary>
    /// <param name="Delay">Since the end of the phrase.</param>
    public sealed record Woke(TimeSpan Delay) : HearingEvent;

    /// <summary>A sentence ended.</summary>
    /// <param name="Delay">From the end of speech to the text.</param>
    public sealed record Heard(Transcript Transcript, TimeSpan Delay) : HearingEvent;

    /// <summary>No valid command came in time; Helm sleeps again.</summary>
    public sealed record Dropped : HearingEvent;
}
