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

    // Talk about other matters, too, means something at one time or another when it is listened to often enough, but seldom the same.
    private const double MoreForHearingAgain = 0.8;
    private const double ForAnotherHearing = 0.9;

    /// <summary>How much speaks for a request; null where the two do not ask for the same.</summary>
    /// <param name="heard">The words that count.</param>
    /// <param name="request">As the model of requests has them.</param>
    public Guess? Weigh(IReadOnlyList<string> heard, IReadOnlyList<string> request, Transcript transcript) =>
        Of(heard) is { } meant && Of(request) is { } other && meant.Match.Intent == other.Match.Intent
            ? new Guess(transcript, meant.Match.Intent, meant.Changes, Evidence(meant, heard) + (SameEntities(meant.Match, other.Match) ? ForSameEntities : 0))
            : null;

    /// <summary>Null where it is rather no request.</summary>
    public static Verdict? Judge(Guess guess) => Judge(guess.Changes, guess.Evidence, 0);

    /// <summary>What several hearings of one sentence are together; null where it is rather no request.</summary>
    public static Transcript? Together(IReadOnlyList<Guess> guesses) => guesses
        .GroupBy(guess => guess.Intent)
        .Select(same => (Guess: same.MaxBy(guess => guess.Evidence)!, More: (same.Count() - 1) * ForAnotherHearing))
        .OrderByDescending(one => one.Guess.Evidence + one.More)
        .Select(one => Judge(one.Guess.Changes, one.Guess.Evidence + one.More, MoreForHearingAgain) is { } verdict ? one.Guess.Heard with { Verdict = verdict } : null)
        .FirstOrDefault();

    private static Verdict? Judge(bool changes, double evidence, double more) =>
        evidence < EnoughForQuestions + more ? null
        : changes && evidence < EnoughForChanges + more ? Verdict.DidYouMean
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
