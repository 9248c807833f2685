using Helm.Speech.Transcription;

namespace Helm.Speech.Keeping;

/// <summary>One sentence that was heard, and what became of it: enough to hear it again and to see why.</summary>
public sealed record KeptTurn
{
    /// <summary>The moment and the device; the sound lies beside it under the same name.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Device { get; init; }

    /// <summary>Both hypotheses, how far they differ, and the gate's verdict.</summary>
    public required Transcript Heard { get; init; }

    /// <summary><c>answered</c>, <c>asked_back</c>, <c>not_for_helm</c>, <c>failed</c>, <c>overtaken</c>, or the verdict of what was not taken.</summary>
    public required string Decision { get; init; }

    public string? Answer { get; init; }

    public required KeptTimes Ms { get; init; }
}

/// <summary>How long each stage took, in milliseconds; null where it was not reached.</summary>
public sealed record KeptTimes(double? Wake, double? EndToText, double? TextToAnswer, double? AnswerToAudio);
