using Helm.Conversation.Intents;
using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>
/// Two decoders that hear the same sound: one by a grammar, one by a language model of whatever may be said; where these
/// two do not agree, the second listens again, for what people say in other words.
/// </summary>
internal sealed class Transcriber : IDisposable
{
    private const int GeneralWords = 1_500;
    private const double ShareOfGeneralWords = 0.15;
    private const long LargestGrammar = 20_000;
    private const string Requests = "requests";

    // Of two words, many are said about other things.
    private const int FewestFreeWords = 3;

    // The usual beams lose sentences that start with "hey helm,".
    private static readonly string[] WideBeams = ["-beam", "1e-80", "-wbeam", "1e-60", "-pbeam", "1e-80"];

    private readonly ModelFolder _folder = new();
    private readonly SphinxDecoder _byGrammar;
    private readonly SphinxDecoder _byLanguageModel;
    private readonly bool _knowsExamples;
    private readonly PatternMatcher _matcher;
    private readonly HashSet<string> _commandWords;
    private readonly HashSet<string> _requestWords;
    private readonly WordPairs _requestPairs;
    private readonly AgreementOptions _options;
    private readonly WakePhrase _phrase;

    public Transcriber(EnglishModel model, Lexicon lexicon, SpokenLanguage language, AgreementOptions options, WakePhrase phrase)
    {
        (_options, _phrase) = (options, phrase);
        var speakable = SpeakableLanguage.From(language, lexicon, phrase);
        LeftOut = speakable.LeftOut;
        _matcher = new PatternMatcher(speakable);
        _commandWords = [.. speakable.Pronunciations.Keys];

        var examples = new ExampleSampler(speakable);
        var sentences = Sentences(speakable);
        List<(IReadOnlyList<string> Words, double Weight)> requests = [.. sentences, .. Woken(examples.Requests())];
        _requestWords = [.. _commandWords, .. requests.SelectMany(request => request.Words)];
        _requestPairs = new WordPairs(requests.Select(request => request.Words));
        _byGrammar = SphinxDecoder.Create([
            "-hmm", model.Acoustic,
            "-dict", _folder.WriteDictionary("commands.dict", Tokens(speakable.Pronunciations)),
            .. Commands(speakable, sentences), .. WideBeams]);

        var general = FrequentWords.Read(model.Language, GeneralWords);
        var generalWords = lexicon.Find(general.Select(word => word.Word));
        var open = Model([.. requests, .. examples.OtherTalk()], ShareOfGeneralWords, general.Where(word => generalWords.ContainsKey(word.Word)));
        _byLanguageModel = SphinxDecoder.Create([
            "-hmm", model.Acoustic,
            "-dict", _folder.WriteDictionary("words.dict", generalWords.Concat(speakable.Pronunciations).Concat(speakable.ExampleWords).DistinctBy(word => word.Key)),
            "-lm", _folder.Write("open.arpa", open), .. WideBeams]);
        _knowsExamples = speakable.Examples.Count > 0;
        if (_knowsExamples)
        {
            _byLanguageModel.Add(Requests, _folder.Write("requests.arpa", Model(requests, 0, NoOthers)));
        }
    }

    /// <summary>What cannot be said aloud.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    public Transcript Transcribe(short[] samples)
    {
        string? grammar = null, languageModel = null;
        Parallel.Invoke(
            () => grammar = _byGrammar.Decode(samples),
            () => languageModel = _byLanguageModel.Decode(samples));

        IReadOnlyList<string> closed = [.. SpokenWords.OfHypothesis(grammar, _phrase).Select(JsgfGrammar.Word)];
        var open = SpokenWords.OfHypothesis(languageModel, _phrase);
        var distance = AgreementGate.Distance(closed, open, _commandWords.Contains);
        var (heard, patterns) = Choose(closed, open, distance);
        // A sentence that follows no pattern may be anything, so it must be heard as surely as a change.
        var changes = patterns.Count == 0 || patterns.Exists(pattern => pattern.Changes);
        var verdict = AgreementGate.Judge(closed, distance, changes, _options);
        if (verdict is not Verdict.Accepted && open.Count > 0 && InOtherWords(samples, open) is { } free)
        {
            return free;
        }

        return new Transcript(
            string.Join(' ', heard),
            verdict,
            changes,
            patterns.Count > 0,
            string.Join(' ', closed),
            string.Join(' ', open),
            distance);
    }

    /// <summary>
    /// A request that no pattern has, where the model of requests alone hears what the open one heard. What it means, and
    /// whether it changes something, is for those to say who understand text.
    /// </summary>
    private Transcript? InOtherWords(short[] samples, IReadOnlyList<string> open)
    {
        var words = SpokenWords.OfHypothesis(_knowsExamples ? _byLanguageModel.Decode(Requests, samples) : null, _phrase);
        var distance = AgreementGate.Distance(words, open, _requestWords.Contains);
        return words.Count < FewestFreeWords || distance > _options.OtherWords ? null
            : Free(_requestPairs.Strange(words)) is { } verdict
                ? new Transcript(string.Join(' ', words), verdict, NeedsConfirmation: true, FollowsPattern: false, string.Join(' ', words), string.Join(' ', open), distance)
                : null;
    }

    /// <summary>Null where it is rather no request.</summary>
    private static Verdict? Free(int strange) => strange switch
    {
        <= 1 => Verdict.Accepted,
        2 => Verdict.DidYouMean,
        _ => null,
    };

    /// <summary>A quick guess at a sentence that goes on.</summary>
    public string SoFar(short[] samples) => string.Join(' ', SpokenWords.OfHypothesis(_byLanguageModel.Decode(samples), _phrase));

    /// <summary>A grammar's sentence always follows a pattern; of two models the one that does is the better.</summary>
    private (IReadOnlyList<string> Heard, List<SpokenPattern> Patterns) Choose(
        IReadOnlyList<string> closed, IReadOnlyList<string> open, double distance)
    {
        var patterns = _matcher.Matches(closed).ToList();
        return patterns.Count == 0 && distance > 0 && _matcher.Matches(open).ToList() is { Count: > 0 } others
            ? (open, others)
            : (closed, patterns);
    }

    public void Dispose()
    {
        _byGrammar.Dispose();
        _byLanguageModel.Dispose();
        _folder.Dispose();
    }

    /// <summary>
    /// A grammar as long as it is small. A language of a thousand patterns makes a grammar of a gigabyte that is never
    /// ready; there a model of its sentences alone takes the grammar's place.
    /// </summary>
    private string[] Commands(SpeakableLanguage language, List<(IReadOnlyList<string> Words, double Weight)> sentences) =>
        JsgfGrammar.Size(language) <= LargestGrammar
            ? ["-jsgf", _folder.Write("commands.jsgf", JsgfGrammar.Lines(language, _phrase))]
            : ["-lm", _folder.Write("closed.arpa", Model(sentences.Select(sentence => ((IReadOnlyList<string>)[.. sentence.Words.Select(JsgfGrammar.Token)], sentence.Weight)), 0, NoOthers))];

    private List<(IReadOnlyList<string> Words, double Weight)> Sentences(SpeakableLanguage language)
    {
        const int WakeAlone = 200;
        return [(_phrase.Words, WakeAlone), .. Woken(new SentenceSampler(language).Sentences())];
    }

    /// <summary>As they are, and in one breath with the wake phrase.</summary>
    private IEnumerable<(IReadOnlyList<string> Words, double Weight)> Woken(IEnumerable<(IReadOnlyList<string> Words, double Weight)> sentences) =>
        sentences.SelectMany(sentence => new[] { sentence, ([.. _phrase.Words, .. sentence.Words], sentence.Weight) });

    /// <summary>No word but those of the sentences.</summary>
    private (string Word, double LogProbability)[] NoOthers => [(_phrase.Words[0], 0)];

    private static IEnumerable<string> Model(
        IEnumerable<(IReadOnlyList<string> Words, double Weight)> sentences,
        double share,
        IEnumerable<(string Word, double LogProbability)> general)
    {
        var model = new TrigramModel(general.Select(word => (word.Word, Math.Exp(word.LogProbability))), share);
        foreach (var (words, weight) in sentences)
        {
            model.Add(words, weight);
        }

        return model.Lines();
    }

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Tokens(
        IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> words) =>
        words.Select(word => KeyValuePair.Create(JsgfGrammar.Token(word.Key), word.Value));
}
