namespace Helm.Conversation.Intents.Recognition;

/// <summary>
/// How sure a guess must be. The limits were chosen on sentences that trained nothing, those of other matters among
/// them (<c>./bench language --guess</c>): a sentence that surely names something of ours needs less than any other.
/// </summary>
internal static class Certainty
{
    /// <summary>Scores are margins of a support vector machine.</summary>
    private const float Lowest = 0;

    /// <summary>In a sentence that names something of ours and nothing of other matters.</summary>
    private const float LowestOfOurs = -0.3f;

    /// <summary>How far the second must be behind.</summary>
    private const float Ahead = 0.15f;

    /// <summary>Of the tagger: nine in ten.</summary>
    private const double LogChance = -0.1;

    /// <summary>Where the tagger is sure that it is other talk.</summary>
    private const float Vetoed = 0.3f;

    /// <summary>An answer to an open question.</summary>
    private const float Answered = 0;

    /// <summary>Words that no request has.</summary>
    private const int MostStrange = 1;

    public static bool Suffices(LearnedReading reading, bool ours) =>
        reading.Guess.Score >= Least(reading, ours)
        && reading.Guess.Score - reading.Guess.RunnerUpScore >= Ahead
        && (ours || IsKnown(reading));

    public static bool Answers(LearnedReading reading) => reading.Answer?.Score >= Answered && IsKnown(reading);

    private static bool IsKnown(LearnedReading reading) => reading.Strange <= MostStrange && !reading.MayBeOtherMatter;

    private static float Least(LearnedReading reading, bool ours) =>
        ours ? LowestOfOurs
        : reading.Label == IntentNames.OutOfScope && reading.LogChance >= LogChance ? Vetoed
        : Lowest;
}
