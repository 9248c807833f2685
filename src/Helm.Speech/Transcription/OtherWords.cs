using Helm.Conversation.Intents;
using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>
/// Hears requests that no pattern has, by a model of requests alone: where it hears the words that the model of whatever
/// may be said has heard, or words that mean the same. What is to be done about it is for those to say who understand text.
/// </summary>
/// <param name="decoder">Has the model of the requests as <see cref="Search"/>.</param>
internal sealed class OtherWords(
    SphinxDecoder decoder, IReadOnlyList<SaidSentence> requests, SpokenLanguage language, AgreementOptions options, WakePhrase phrase)
{
    public const string Search = "requests";

    // Of two words, many are said about other things.
    private const int FewestWords = 3;

    // A wording of his own may put two words together that no request has; talk about other matters does it all the time.
    private const int MostStrangePairs = 1;

    private readonly WordPairs _pairs = new(requests.Select(request => request.Words));

    /// <param name="open">What the model of whatever may be said has heard.</param>
    /// <param name="otherwise">What the sentence is where it is rather no request.</param>
    public Hearing Hear(short[] samples, IReadOnlyList<string> open, Transcript otherwise)
    {
        var words = SpokenWords.OfHypothesis(decoder.Decode(Search, samples), phrase);
        var distance = AgreementGate.Distance(words, open, _pairs.Knows);
        var areSame = words.Count >= FewestWords && distance <= options.OtherWords && _pairs.Strange(words) <= MostStrangePairs;
        var heard = areSame ? words : open;
        var transcript = new Transcript(
            string.Join(' ', heard), Verdict.Accepted, NeedsConfirmation: true, FollowsPattern: false, string.Join(' ', words), string.Join(' ', open), distance);
        var guess = heard.Count >= FewestWords ? new Sense(language.Meaning, _pairs).Weigh(heard, words, transcript) : null;
        return areSame ? new Hearing(transcript, guess)
            : guess is not null && Sense.Judge(guess) is { } verdict ? new Hearing(transcript with { Verdict = verdict }, guess)
            : new Hearing(otherwise, guess);
    }
}
