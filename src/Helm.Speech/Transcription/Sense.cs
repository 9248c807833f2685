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

    /// <summary>Null where it is rather no request.</summary>
    /// <param name="open">As the model of whatever may be said has it; this is what counts.</param>
    /// <param name="request">As the model of requests has it.</param>
    public Verdict? Judge(IReadOnlyList<string> open, IReadOnlyList<string> request)
    {
        if (Of(open) is not { } meant || Of(request) is not { } other || meant.Match.Intent != other.Match.Intent)
        {
            return null;
        }

        var evidence = Evidence(meant, open) + (SameEntities(meant.Match, other.Match) ? ForSameEntities : 0);
        return evidence < EnoughForQuestions ? null
            : meant.Changes && evidence < EnoughForChanges ? Verdict.DidYouMean
            : Verdict.Accepted;
    }

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
