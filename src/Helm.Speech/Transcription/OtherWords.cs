using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>
/// Hears requests that no pattern has, by a model of requests alone. What one means, and whether it changes something, is
/// for those to say who understand text.
/// </summary>
/// <param name="decoder">Has the model of the requests as <see cref="Search"/>.</param>
internal sealed class OtherWords(SphinxDecoder decoder, IEnumerable<IReadOnlyList<string>> requests, AgreementOptions options, WakePhrase phrase)
{
    public const string Search = "requests";

    // Of two words, many are said about other things.
    private const int FewestWords = 3;

    // A wording of his own may put two words together that no request has; talk about other matters does it all the time.
    private const int MostStrangePairs = 1;
    private const int MostStrangePairsToAsk = 2;

    private readonly WordPairs _pairs = new(requests);

    /// <summary>Null where it is rather no request.</summary>
    /// <param name="open">What the model of whatever may be said has heard.</param>
    public Transcript? Hear(short[] samples, IReadOnlyList<string> open)
    {
        var words = SpokenWords.OfHypothesis(decoder.Decode(Search, samples), phrase);
        var distance = AgreementGate.Distance(words, open, _pairs.Knows);
        if (words.Count < FewestWords || distance > options.OtherWords)
        {
            return null;
        }

        var strange = _pairs.Strange(words);
        var sentence = string.Join(' ', words);
        return strange > MostStrangePairsToAsk ? null : new Transcript(
            sentence,
            strange > MostStrangePairs ? Verdict.DidYouMean : Verdict.Accepted,
            NeedsConfirmation: true,
            FollowsPattern: false,
            sentence,
            string.Join(' ', open),
            distance);
    }
}
