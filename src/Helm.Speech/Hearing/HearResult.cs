using Helm.Speech.Transcription;

namespace Helm.Speech.Hearing;

/// <summary>What was heard in one recording.</summary>
public sealed record HearResult(string File)
{
    /// <summary>True when the wake phrase was in it; false when it was not asked for.</summary>
    public bool Woke { get; init; }

    /// <summary>The command that was accepted, else the last thing that was not.</summary>
    public Transcript Transcript { get; init; } = Transcript.Nothing;

    /// <summary>Why the recording could not be read.</summary>
    public string? Error { get; init; }

    /// <summary>From the end of the wake phrase until Helm listens, in milliseconds.</summary>
    public double? WakeMs { get; init; }

    /// <summary>From the end of speech to the text, in milliseconds.</summary>
    public double? EndToTextMs { get; init; }

    /// <summary>Plain words without the wake phrase.</summary>
    public string Text => Transcript.Words;

    public bool Accepted => Transcript.Verdict == Verdict.Accepted;
}
