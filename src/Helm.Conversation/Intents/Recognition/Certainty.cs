namespace Helm.Conversation.Intents.Recognition;

/// <summary>
/// How sure a guess must be. The limits were chosen on sentences that trained nothing, those of other matters among
/// them (<c>./bench language --guess</c>).
/// </summary>
internal static class Certainty
{
    /// <summary>Scores are margins of a support vector machine. Where classifier and tagger agree, and every word is one of requests.</summary>
    private const float LowestAgreed = -0.4f;

    /// <summary>In a sentence that surely names something of ours and nothing of other matters.</summary>
    private const float LowestOfOurs = -0.7f;

    /// <summary>Where they do not agree.</summary>
    private const float Lowest = -0.4f;

    /// <summary>Where a word could be a name that nobody knows: then the rest must be sure.</summary>
    private const float LowestStrange = 0f;

    /// <summary>Where a word speaks of other matters.</summary>
    private const float LowestOfOthers = 0.1f;

    /// <summary>Where the tagger takes it for other talk.</summary>
    private const float Vetoed = 0.25f;

    /// <summary>Of the tagger: one in two.</summary>
    private const double LogChance = -0.7;

    /// <summary>A change to what has the name of something of ours that is an everyday word as well.</summary>
    private const float Named = -0.2f;

    /// <summary>A change that names nothing of ours.</summary>
    private const float Unnamed = 0.3f;

    /// <summary>An answer to an open question.</summary>
    private const float Answered = -0.35f;

    /// <summary>Of what a sentence says beyond its intent.</summary>
    private const float Said = -0.4f;

    /// <summary>Words that no request has.</summary>
    private const int MostStrange = 1;

    /// <summary>To be taken for another matter whatever a looser reading makes of it, where the tagger is sure as well.</summary>
    private const float Refused = -0.2f;

    private const double SureLogChance = -0.3;

    /// <summary>To be preferred to a looser reading as another intent.</summary>
    private const float Surely = 0.2f;

    public static bool Suffices(LearnedReading reading, bool ours) => reading.Guess.Score >= Least(reading, ours);

    /// <summary>For a change to what may be a name of ours or an everyday word.</summary>
    public static bool SufficesNamed(LearnedReading reading) =>
        reading.Guess.Score >= Named && reading.Label == reading.Guess.Label && !reading.IsOfOtherMatters;

    public static bool SufficesUnnamed(LearnedReading reading) =>
        reading.Guess.Score >= Unnamed && reading.Label == reading.Guess.Label && reading.Strange == 0;

    public static bool Overrules(LearnedReading reading) =>
        reading.Guess.Score >= Surely && reading.Label == reading.Guess.Label && reading.LogChance >= LogChance && reading.Strange == 0;

    /// <summary>Not for a word that no sentence has: it may be a name, or one misheard.</summary>
    /// <param name="changes">Whether the looser reading changes something; then less doubt is enough.</param>
    public static bool Refuses(LearnedReading reading, bool changes) =>
        reading.Label == IntentNames.OutOfScope
        && (reading.Strange == 0 || reading.IsOfOtherMatters)
        && (changes ? reading.Guess.Score < 0 : reading.Guess.Score < Refused && reading.LogChance >= SureLogChance);

    /// <summary>A change without anything that it changes, where what was learned finds it unlikely.</summary>
    public static bool RefusesBare(LearnedReading reading, string intent) =>
        reading.Guess.Score < 0 && (reading.IsOfOtherMatters || reading.Guess.Label != intent || reading.Label == IntentNames.OutOfScope);

    public static bool Answers(LearnedReading reading) =>
        reading.Answer.Value?.Score >= Answered && reading.Strange <= MostStrange && !reading.IsOfOtherMatters;

    public static bool Says(LearnedReading reading) => reading.Saying.Value?.Score >= Said;

    private static float Least(LearnedReading reading, bool ours) =>
        reading.Label == IntentNames.OutOfScope ? Vetoed
        : reading.IsOfOtherMatters ? LowestOfOthers
        : reading.MayBeName || reading.Strange > MostStrange ? LowestStrange
        : ours ? LowestOfOurs
        : reading.Label == reading.Guess.Label ? LowestAgreed
        : Lowest;
}
