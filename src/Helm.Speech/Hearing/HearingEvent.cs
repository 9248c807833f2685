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

    /// <summary>While Helm spoke, a word was said that stops it.</summary>
    /// <param name="Since">Sound since it began.</param>
    public sealed record Stopped(string Words, TimeSpan Since) : HearingEvent;

    /// <summary>Somebody begins to speak.</summary>
    public sealed record SpeechBegan : HearingEvent;

    /// <summary>A sentence ended.</summary>
    public sealed record Ended(Sentence Sentence) : HearingEvent;

    /// <summary>No valid command came in time; Helm sleeps again.</summary>
    public sealed record Dropped : HearingEvent;
}

/// <summary>A sentence that was said, while its text is still being found.</summary>
/// <param name="Samples">Its sound, with a little before and after.</param>
/// <param name="Began">When it began, in samples since the listener began.</param>
/// <param name="Silence">How long nothing more was said before it counted as ended.</param>
public sealed record Sentence(Task<Transcript> Transcript, short[] Samples, long Began, TimeSpan Silence);
