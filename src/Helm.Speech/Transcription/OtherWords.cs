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

    /// <summary>Null where it is rather no request.</summary>
    /// <param name="open">What the model of whatever may be said has heard.</param>
    /// <param name="mayHearAgain">What is not understood but may be a request is listened to again, as other voices would have said it.</param>
    public Transcript? Hear(short[] samples, IReadOnlyList<string> open, bool mayHearAgain, CancellationToken stale)
    {
        var first = Listen(samples, open);
        return first.AreSame ? first.Transcript
            : first.Guess is { } guess && Sense.Judge(guess) is { } verdict ? guess.Heard with { Verdict = verdict }
            : mayHearAgain && first.MayBeRequest ? HearAgain(samples, stale)
            : null;
    }

    private Transcript? HearAgain(short[] samples, CancellationToken stale)
    {
        foreach (var other in VocalTracts.Of(samples).TakeWhile(_ => !stale.IsCancellationRequested))
        {
            var open = SpokenWords.OfHypothesis(decoder.Decode(other), phrase);
            if (Means(open) && Listen(other, open).Guess is { } guess && Sense.JudgeAgain(guess) is { } verdict)
            {
                return guess.Heard with { Verdict = verdict };
            }
        }

        return null;
    }

    private Heard Listen(short[] samples, IReadOnlyList<string> open)
    {
        var words = SpokenWords.OfHypothesis(decoder.Decode(Search, samples), phrase);
        var distance = AgreementGate.Distance(words, open, _pairs.Knows);
        var areSame = words.Count >= FewestWords && distance <= options.OtherWords && _pairs.Strange(words) <= MostStrangePairs;
        var heard = areSame ? words : open;
        var transcript = new Transcript(
            string.Join(' ', heard), Verdict.Accepted, NeedsConfirmation: true, FollowsPattern: false, string.Join(' ', words), string.Join(' ', open), distance);
        return new Heard(transcript, areSame, heard.Count >= FewestWords ? new Sense(language.Meaning, _pairs).Weigh(heard, words, transcript) : null, Means(open) || Means(words));
    }

    private bool Means(IReadOnlyList<string> words) => words.Count >= FewestWords && language.Meaning(string.Join(' ', words)) is not null;

    /// <param name="AreSame">Both models heard nearly the same words.</param>
    private sealed record Heard(Transcript Transcript, bool AreSame, Guess? Guess, bool MayBeRequest);
}
