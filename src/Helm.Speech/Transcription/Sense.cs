using Helm.Conversation.Intents;

namespace Helm.Speech.Transcription;

/// <summary>
/// Tells by what it means whether a sentence is a request, where no list has it and the models do not agree on its words.
/// They agree on what it asks for, and enough speaks for it. The weights are those of a logistic regression on some 2,000
/// recordings of free requests, of talk among people and of telephone prompts, a fifth of them kept aside at a time.
/// </summary>
/// <param name="meaning">What a text asks for; null where it is no request.</param>
internal sealed class Sense(Func<string, SpokenMeaning?> meaning, WordPairs requests)
{
    private const double ForLiteral = 2;
    private const double ForCertainty = 2;
    private const double ForName = 1.5;
    private const double ForLength = 2.5;
    private const double ForSameEntities = 0.5;
    private const double ForStrangePairs = -2.5;

    // Longer is not surer.
    private const int LongEnough = 8;

    private const double EnoughForQuestions = 3.5;
    private const double EnoughForChanges = 4.2;

    // Whoever listens to any talk often enough hears a request in it. Of 560 recordings of other talk three came to 5.4 or 5.5 when they
    // were heard again, and none to more; of 27 requests that were heard wrong at first nine came to 5.6 and more.
    private const double MoreForHearingAgain = 2.1;

    /// <summary>How much speaks for a request; null where the two do not ask for the same.</summary>
    /// <param name="heard">The words that count.</param>
    /// <param name="request">As the model of requests has them.</param>
    public Guess? Weigh(IReadOnlyList<string> heard, IReadOnlyList<string> request, Transcript transcript) =>
        Of(heard) is { } meant && Of(request) is { } other && meant.Match.Intent == other.Match.Intent
            ? new Guess(transcript, meant.Match.Intent, meant.Changes, Evidence(meant, heard) + (SameEntities(meant.Match, other.Match) ? ForSameEntities : 0))
            : null;

    /// <summary>Null where it is rather no request.</summary>
    public static Verdict? Judge(Guess guess) => Judge(guess, 0);

    /// <summary>The same, of what was not understood at first.</summary>
    public static Verdict? JudgeAgain(Guess guess) => Judge(guess, MoreForHearingAgain);

    private static Verdict? Judge(Guess guess, double more) =>
        guess.Evidence < EnoughForQuestions + more ? null
        : guess.Changes && guess.Evidence < EnoughForChanges + more ? Verdict.DidYouMean
        : Verdict.Accepted;

    private SpokenMeaning? Of(IReadOnlyList<string> words) => meaning(string.Join(' ', words));

    private double Evidence(SpokenMeaning meant, IReadOnlyList<string> words) =>
        (ForCertainty * meant.Match.Score)
        + (meant.IsLiteral ? ForLiteral : 0)
        + (meant.NamesOurs ? ForName : 0)
        + (ForLength * Math.Min(words.Count, LongEnough) / LongEnough)
        + (ForStrangePairs * requests.Strange(words) / (words.Count + 1));

    private static bool SameEntities(IntentMatch one, IntentMatch other) =>
        one.Entities.Count == other.Entities.Count
        && one.Entities.All(entity => other.Entities.TryGetValue(entity.Key, out var value) && Equals(entity.Value, value));
}
