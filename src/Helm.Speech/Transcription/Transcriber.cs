using Helm.Conversation.Intents;
using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>
/// Two decoders that hear the same sound: one by a model of the commands alone, one by a model of whatever may be said;
/// where these two do not agree, the second listens again, for what people say in other words.
/// </summary>
internal sealed class Transcriber : IDisposable
{
    private const int GeneralWords = 1_500;
    private const double ShareOfGeneralWords = 0.15;

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
        (SphinxDecoder? commands, SphinxDecoder? words, var requests) = (null, null, "");
        // Seconds: whatever may be said takes about as long as the other two.
        Parallel.Invoke(
            () => words = Words(model, lexicon, speakable, said),
            () => commands = Decoder(model, "commands", speakable.Pronunciations, OnlyOf(said.Commands)),
            () => requests = speakable.Examples.Count > 0 ? _folder.Write("requests.arpa", OnlyOf(said.Requests)) : "");
        (_byCommands, _byLanguageModel) = (commands!, words!);
        if (requests.Length > 0)
        {
            _byLanguageModel.Add(OtherWords.Search, requests);
            _otherWords = new OtherWords(_byLanguageModel, said.Requests, language, options, phrase);
        }
    }

    /// <summary>What cannot be said aloud.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    /// <param name="stale">The sentence goes on: what was heard of it is of no use any more, and it is not listened to again.</param>
    public Transcript Transcribe(short[] samples, CancellationToken stale = default)
    {
        string? command = null, languageModel = null;
        Parallel.Invoke(
            () => command = _byCommands.Decode(samples),
            () => languageModel = _byLanguageModel.Decode(samples));

        var closed = SpokenWords.OfHypothesis(command, _phrase);
        var open = SpokenWords.OfHypothesis(languageModel, _phrase);
        var distance = AgreementGate.Distance(closed, open, _commandWords.Contains);
        var (heard, patterns) = Choose(closed, open, distance);
        var changes = patterns.Exists(pattern => pattern.Changes);
        // The model of the commands puts their words together as it likes; what follows no pattern is no command.
        var verdict = patterns.Count == 0 && closed.Count > 0 ? Verdict.Rejected : AgreementGate.Judge(closed, distance, changes, _options);
        if (verdict is not Verdict.Accepted && open.Count > 0 && !stale.IsCancellationRequested
            && _otherWords?.Hear(samples, Hearing.Of(languageModel, _byLanguageModel, samples, _phrase), closed, mayHearAgain: verdict is Verdict.Rejected, stale) is { } free)
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
        _byCommands.Dispose();
        _byLanguageModel.Dispose();
        _folder.Dispose();
    }

    private SphinxDecoder Words(EnglishModel model, Lexicon lexicon, SpeakableLanguage language, SaidSentences said)
    {
        var general = FrequentWords.Read(model.Language, GeneralWords);
        var generalWords = lexicon.Find(general.Select(word => word.Word));
        var dictionary = generalWords.Concat(language.Pronunciations).Concat(language.ExampleWords).DistinctBy(word => word.Key);
        return Decoder(model, "words", dictionary, TrigramModel.Of(
            said.Requests.Concat(said.OtherTalk), general.Where(word => generalWords.ContainsKey(word.Word)), ShareOfGeneralWords));
    }

    private SphinxDecoder Decoder(
        EnglishModel model, string name, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> dictionary, IEnumerable<string> languageModel) =>
        SphinxDecoder.Create([
            "-hmm", model.Acoustic,
            "-dict", _folder.WriteDictionary($"{name}.dict", dictionary),
            "-lm", _folder.Write($"{name}.arpa", languageModel),
            .. WideBeams]);

    /// <summary>No word but those of the sentences.</summary>
    private IEnumerable<string> OnlyOf(IEnumerable<SaidSentence> sentences) => TrigramModel.Of(sentences, [(_phrase.Words[0], 0)], 0);
}
