namespace Helm.Conversation.Intents.Recognition;

/// <summary>
/// How sure a guess must be. The limits were chosen on sentences that trained nothing, those of other matters among
/// them: where classifier and tagger agree, lower margins are as safe as higher ones of the classifier alone.
/// </summary>
internal static class Certainty
{
    /// <summary>Scores are margins of a support vector machine.</summary>
    private const float Lowest = 0;

    /// <summary>How far the second must be behind.</summary>
    private const float Ahead = 0.2f;

    /// <summary>Of the tagger: nine in ten.</summary>
    private const double LogChance = -0.1;

    /// <summary>Words that no request has.</summary>
    private const int MostStrange = 1;

    public static bool Suffices(LearnedReading reading) =>
        reading.Label == reading.Guess.Label && reading.LogChance >= LogChance
        && reading.Guess.Score >= Lowest && reading.Guess.Score - reading.Guess.RunnerUpScore >= Ahead
        && reading.Strange <= MostStrange && !reading.MayBeOtherMatter;
}
