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

    /// <summary>A sentence was heard, whatever became of it.</summary>
    public sealed record Heard(Transcript Transcript, TimeSpan Delay) : VoiceEvent;

    /// <summary>A wake without a valid command was forgotten.</summary>
    public sealed record Dropped : VoiceEvent;

    /// <summary>Helm answers.</summary>
    public sealed record Answered(SpokenAnswer Answer) : VoiceEvent;

    /// <summary>An answer could not be made or spoken; the conversation goes on.</summary>
    public sealed record Failed(string Reason) : VoiceEvent;
}

/// <summary>What Helm says back.</summary>
/// <param name="ListenAgain">It is a question: the answer needs no wake phrase.</param>
public sealed record SpokenAnswer(string Speech, bool ListenAgain = false);
