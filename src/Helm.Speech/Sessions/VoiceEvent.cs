using Helm.Speech.Transcription;

namespace Helm.Speech.Sessions;

/// <summary>What a spoken conversation is doing.</summary>
public enum VoiceState
{
    /// <summary>Waits for the wake phrase.</summary>
    Idle,
    Listening,
    Thinking,
    Speaking,
}

/// <summary>Something that a watcher of a spoken conversation may show.</summary>
public abstract record VoiceEvent
{
    private VoiceEvent()
    {
    }

    /// <summary>The conversation went over to another state.</summary>
    public sealed record Changed(VoiceState State) : VoiceEvent;

    /// <summary>The wake phrase was heard.</summary>
    /// <param name="Delay">From the end of the phrase to listening.</param>
    public sealed record Woke(TimeSpan Delay) : VoiceEvent;

    /// <summary>The words so far of a sentence that goes on.</summary>
    public sealed record Partial(string Words) : VoiceEvent;

    /// <summary>A sentence was heard, whatever became of it.</summary>
    /// <param name="Delay">From the end of speech to the text.</param>
    public sealed record Heard(Transcript Transcript, TimeSpan Delay) : VoiceEvent
    {
        /// <summary>The sentence, with a little before and after.</summary>
        public ReadOnlyMemory<short> Sound { get; init; }

        /// <summary>Helm had asked for the words of a challenge.</summary>
        public bool AnswersChallenge { get; init; }
    }

    /// <summary>A wake without a valid command was forgotten.</summary>
    public sealed record Dropped : VoiceEvent;

    /// <summary>Helm answers.</summary>
    /// <param name="Delay">From the text to the answer.</param>
    public sealed record Answered(SpokenAnswer Answer, TimeSpan Delay) : VoiceEvent;

    /// <summary>The first sound of an answer was there.</summary>
    /// <param name="Delay">From the answer's text.</param>
    public sealed record Sounded(TimeSpan Delay) : VoiceEvent;

    /// <summary>Helm was interrupted.</summary>
    public sealed record Interrupted(Interruption By) : VoiceEvent;

    /// <summary>Something like the wake phrase or a command was Helm's own voice, or another device answers it.</summary>
    public sealed record Ignored(string Why) : VoiceEvent;

    /// <summary>An answer could not be made or spoken; the conversation goes on.</summary>
    public sealed record Failed(string Reason) : VoiceEvent;
}

/// <summary>How Helm was interrupted.</summary>
public enum Interruption
{
    WakePhrase,
    Button,
    Stop,
}

/// <summary>What Helm says back.</summary>
/// <param name="ListenAgain">It is a question: the answer needs no wake phrase.</param>
/// <param name="AsksForWords">It asks for the words of a challenge: nothing counts that is said before it has been asked to its end.</param>
public sealed record SpokenAnswer(string Speech, bool ListenAgain = false, bool AsksForWords = false);
