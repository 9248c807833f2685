using Helm.Conversation.Classification;

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

    /// <summary>A yes needs more than a no.</summary>
    private const float Agreed = -0.15f;

    /// <summary>An answer to an open question.</summary>
    private const float Answered = -0.35f;

    private const float DoubtfulYes = -0.6f;

    /// <summary>"No need to escalate" names what was offered as well.</summary>
    private const float SurelyNoRefusal = -0.9f;

    private const float RatherSurely = 0;

    private const float ForEachStrange = 0.3f;

    private const float ForOthers = 0.6f;

    /// <summary>Of what a sentence says beyond its intent.</summary>
    private const float Said = -0.4f;

    /// <summary>Words that no request has.</summary>
    private const int MostStrange = 1;

    /// <summary>To be taken for another matter whatever a looser reading makes of it, where the tagger is sure as well.</summary>
    private const float Refused = -0.2f;

    private const float RefusedAlike = -0.6f;

    private const double SureLogChance = -0.3;

    /// <summary>To be preferred to a looser reading as another intent.</summary>
    private const float Surely = 0.2f;

    /// <summary>Of all other intents.</summary>
    private const float FarAhead = 0.6f;

    private const float SurelyOtherTalk = 0.9f;
    private const float SurelyNoAnswer = -0.7f;

    public static bool Suffices(LearnedReading reading, bool ours) => (ours || !reading.Strangers.NamesOthers) && reading.Guess.Score >= Least(reading, ours);

    /// <summary>For a change to what may be a name of ours or an everyday word.</summary>
    public static bool SufficesNamed(LearnedReading reading) =>
        reading.Guess.Score >= Named && reading.Label == reading.Guess.Label && !reading.IsOfOtherMatters;

    /// <summary>For what is refused in any case: it may be about nothing of ours.</summary>
    public static bool SufficesToRefuse(LearnedReading reading) => reading.Guess.Score >= LowestOfOthers || reading.LogChance >= SureLogChance;

    public static bool SufficesUnnamed(LearnedReading reading) =>
        reading.Guess.Score >= Unnamed && reading.Label == reading.Guess.Label && reading.Strangers.Count == 0;

    public static bool Overrules(LearnedReading reading) =>
        (reading.Guess.Score >= Surely || (reading.Guess.Score >= 0 && reading.Guess.Score - reading.Guess.RunnerUpScore >= FarAhead))
        && reading.Label == reading.Guess.Label && reading.LogChance >= LogChance && reading.Strangers.Count == 0;

    /// <summary>Not for a word that no sentence has: it may be a name, or one misheard.</summary>
    /// <param name="changes">Whether the looser reading changes something; then less doubt is enough.</param>
    /// <param name="same">Whether the classifier finds it the likeliest request; then more doubt is needed.</param>
    public static bool Refuses(LearnedReading reading, bool changes, bool same) =>
        reading.Label == IntentNames.OutOfScope
        && (reading.Strangers.Count == 0 || reading.IsOfOtherMatters)
        && (changes ? reading.Guess.Score < 0 : reading.Guess.Score < (same ? RefusedAlike : Refused) && reading.LogChance >= SureLogChance);

    /// <summary>A change without anything that it changes, where what was learned finds it unlikely.</summary>
    public static bool RefusesBare(LearnedReading reading, string intent) =>
        reading.Guess.Score < 0 && (reading.IsOfOtherMatters || reading.Guess.Label != intent || reading.Label == IntentNames.OutOfScope);

    /// <summary>Each word that no request has, and each of other matters, asks for more.</summary>
    public static bool Answers(LearnedReading reading) =>
        reading.Answer.Value is { } answer
        && answer.Score >= (answer.Label == IntentNames.ConfirmYes ? Agreed : Answered) + (ForEachStrange * Math.Max(0, reading.Strangers.Count - MostStrange)) + (reading.IsOfOtherMatters ? ForOthers : 0);

    /// <summary>Whatever else it may be.</summary>
    /// <param name="talk">It would be talk otherwise: thanks, a greeting.</param>
    public static bool AnswersSurely(LearnedReading reading, bool talk) =>
        reading.Answer.Value?.Score >= (talk ? RatherSurely : Surely) && reading.Strangers.Count <= MostStrange && !reading.IsOfOtherMatters;

    /// <summary>By how much a request may be likelier: nothing is lost by a refusal that was none.</summary>
    public static float Leeway(Guess answer) => answer.Label == IntentNames.ConfirmNo && answer.Score >= 0 ? Surely : 0;

    /// <summary>A yes agrees to something: what is rather none is none.</summary>
    public static bool DoubtsYes(LearnedReading reading) =>
        reading.Answer.Value is { } answer && (answer.Label != IntentNames.ConfirmYes ? answer.Score > Answered : answer.Score < DoubtfulYes);

    /// <summary>Said to somebody else: "hang on, there is someone at the door".</summary>
    public static bool IsSaidElsewhere(LearnedReading reading) => reading.OtherTalk >= SurelyOtherTalk && reading.Answer.Value?.Score < SurelyNoAnswer;

    /// <summary>One of what was offered, by another name than its own.</summary>
    public static bool Takes(LearnedReading reading) =>
        reading.Guess.Score >= LowestAgreed && reading.Strangers.Count == 0
        && reading.Answer.Value is { } answer && reading.Guess.Score > answer.Score && (answer.Label == IntentNames.ConfirmYes || answer.Score < SurelyNoRefusal);

    public static bool Says(LearnedReading reading) => reading.Saying.Value?.Score >= Said;

    /// <summary>
    /// Each doubt raises what is asked for from what the surest sentence needs, as far as it goes: a chance a little higher
    /// or a word known from one sentence more moves the limit a little and never all the way.
    /// </summary>
    private static float Least(LearnedReading reading, bool ours)
    {
        var least = ours ? LowestOfOurs : reading.Label == reading.Guess.Label ? LowestAgreed : Lowest;

        return Math.Max(
            Math.Max(Raised(least, Vetoed, reading.OtherTalk), Raised(least, LowestOfOthers, reading.Strangers.OtherMatters)),
            Raised(least, ours ? LowestAgreed : LowestStrange, reading.Strangers.Count > MostStrange ? 1 : reading.Strangers.MayBeName));
    }

    private static float Raised(float from, float to, float share) => from + ((to - from) * share);
}
