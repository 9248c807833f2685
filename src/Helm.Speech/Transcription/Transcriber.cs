using Helm.Conversation.Intents;
using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>
/// Two decoders that hear the same sound side by side: one by a model of whatever may be said, one by a model of the commands
/// alone and then, for what people ask for in other words, by a model of all requests.
/// </summary>
internal sealed class Transcriber : IDisposable
{
    private const int GeneralWords = 1_500;

    // The usual beams lose sentences that start with "hey helm,".
    private static readonly string[] WideBeams = ["-beam", "1e-80", "-wbeam", "1e-60", "-pbeam", "1e-60"];

    private readonly ModelFolder _folder = new();
    private readonly SphinxDecoder _byCommands;
    private readonly SphinxDecoder _byLanguageModel;
    private readonly OtherWords? _otherWords;
    private readonly PatternMatcher _matcher;
    private readonly HashSet<string> _commandWords;
    private readonly AgreementOptions _options;
    private readonly WakePhrase _phrase;

    public Transcriber(EnglishModel model, Lexicon lexicon, SpokenLanguage language, AgreementOptions options, WakePhrase phrase)
    {
        (_options, _phrase) = (options, phrase);
        var speakable = SpeakableLanguage.From(language, lexicon, phrase);
        LeftOut = speakable.LeftOut;
        _matcher = new PatternMatcher(speakable);
        _commandWords = [.. speakable.Pronunciations.Keys];

        var said = new SaidSentences(speakable, phrase);
        var models = new LanguageModels(_folder, said, phrase);
        (SphinxDecoder? commands, SphinxDecoder? words) = (null, null);
        // Seconds, about as many for the one as for the other.
        Parallel.Invoke(
            () => words = Words(model, lexicon, speakable, models),
            () => commands = Commands(model, speakable, models));
        (_byCommands, _byLanguageModel) = (commands!, words!);
        _otherWords = speakable.Examples.Count == 0
            ? null
            : new OtherWords(_byCommands, _byLanguageModel, [.. said.Commands, .. said.OtherRequests], language, options, phrase);
    }

    /// <summary>What cannot be said aloud.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    /// <param name="othersWait">Another sentence waits for the decoders: they are not to do what may turn out not to be needed.</param>
    /// <param name="stale">The sentence goes on: what was heard of it is of no use any more, and it is not listened to again.</param>
    public Transcript Transcribe(short[] samples, Func<bool> othersWait, CancellationToken stale)
    {
        _otherWords?.Settle();
        IReadOnlyList<string> closed = [];
        Hearing? whatever = null;
        Parallel.Invoke(
            () => closed = Command(samples, othersWait, stale),
            () => whatever = Hearing.Of(_byLanguageModel, samples, _phrase));

        var open = whatever!.Likeliest.Words;
        var distance = AgreementGate.Distance(closed, open, _commandWords.Contains);
        var (heard, patterns) = Choose(closed, open, distance);
        var changes = patterns.Exists(pattern => pattern.Changes);
        // The model of the commands puts their words together as it likes; what follows no pattern is no command.
        var verdict = patterns.Count == 0 && closed.Count > 0 ? Verdict.Rejected : AgreementGate.Judge(closed, distance, changes, _options);
        if (verdict is not Verdict.Accepted && open.Count > 0 && !stale.IsCancellationRequested
            && _otherWords?.Hear(samples, whatever, closed, mayHearAgain: verdict is Verdict.Rejected, stale) is { } free)
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

    /// <summary>As the model of the commands hears it; its decoder goes on with that of the requests, in case that is asked for.</summary>
    private IReadOnlyList<string> Command(short[] samples, Func<bool> othersWait, CancellationToken stale)
    {
        var words = SpokenWords.OfHypothesis(_byCommands.Decode(samples), _phrase);
        if (!stale.IsCancellationRequested && !othersWait())
        {
            _otherWords?.Begin(samples);
        }

        return words;
    }

    /// <summary>A quick guess at a sentence that goes on.</summary>
    public string SoFar(short[] samples) => string.Join(' ', SpokenWords.OfHypothesis(_byLanguageModel.Decode(samples), _phrase));

    /// <summary>Of two sentences the one that follows a pattern is the better.</summary>
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
        _otherWords?.Settle();
        _byCommands.Dispose();
        _byLanguageModel.Dispose();
        _folder.Dispose();
    }

    private SphinxDecoder Commands(EnglishModel model, SpeakableLanguage language, LanguageModels models)
    {
        var decoder = Decoder(model, "commands", Dictionary(language), models.Commands());
        if (language.Examples.Count > 0)
        {
            decoder.Add(OtherWords.Search, models.Requests());
        }

        return decoder;
    }

    private SphinxDecoder Words(EnglishModel model, Lexicon lexicon, SpeakableLanguage language, LanguageModels models)
    {
        var general = FrequentWords.Read(model.Language, GeneralWords);
        var generalWords = lexicon.Find(general.Select(word => word.Word));
        return Decoder(model, "words", generalWords.Concat(Dictionary(language)), models.Words(general.Where(word => generalWords.ContainsKey(word.Word))));
    }

    private SphinxDecoder Decoder(
        EnglishModel model, string name, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> dictionary, string languageModel) =>
        SphinxDecoder.Create([
            "-hmm", model.Acoustic,
            "-dict", _folder.WriteDictionary($"{name}.dict", dictionary.DistinctBy(word => word.Key)),
            "-lm", languageModel,
            .. WideBeams]);

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Dictionary(SpeakableLanguage language) => language.Pronunciations.Concat(language.ExampleWords);
}
