using Helm.Conversation.Intents;
using Helm.Speech.Sphinx;

namespace Helm.Speech.Transcription;

/// <summary>Two decoders that hear the same sound: one by a grammar, one by a language model.</summary>
internal sealed class Transcriber : IDisposable
{
    private const int GeneralWords = 1_500;

    // The usual beams lose sentences that start with "hey helm,".
    private static readonly string[] WideBeams = ["-beam", "1e-80", "-wbeam", "1e-60", "-pbeam", "1e-80"];

    private readonly ModelFolder _folder = new();
    private readonly SphinxDecoder _byGrammar;
    private readonly SphinxDecoder _byLanguageModel;
    private readonly PatternMatcher _matcher;
    private readonly AgreementOptions _options;

    public Transcriber(EnglishModel model, Lexicon lexicon, SpokenLanguage language, AgreementOptions options)
    {
        _options = options;
        var speakable = SpeakableLanguage.From(language, lexicon);
        LeftOut = speakable.LeftOut;
        _matcher = new PatternMatcher(speakable);

        var general = FrequentWords.Read(model.Language, GeneralWords);
        var generalWords = lexicon.Find(general.Select(word => word.Word));
        var trigrams = new TrigramModel(general.Where(word => generalWords.ContainsKey(word.Word))
            .Select(word => (word.Word, Math.Exp(word.LogProbability))));
        AddSentences(trigrams, speakable);

        _byGrammar = SphinxDecoder.Create([
            "-hmm", model.Acoustic,
            "-dict", _folder.WriteDictionary("grammar.dict", Tokens(speakable.Pronunciations)),
            "-jsgf", _folder.Write("commands.jsgf", JsgfGrammar.Lines(speakable)), .. WideBeams]);
        _byLanguageModel = SphinxDecoder.Create([
            "-hmm", model.Acoustic,
            "-dict", _folder.WriteDictionary("words.dict", generalWords.Concat(speakable.Pronunciations).DistinctBy(word => word.Key)),
            "-lm", _folder.Write("commands.arpa", trigrams.Lines()), .. WideBeams]);
    }

    /// <summary>What cannot be said aloud.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    public Transcript Transcribe(short[] samples)
    {
        string? grammar = null, languageModel = null;
        Parallel.Invoke(
            () => grammar = _byGrammar.Decode(samples),
            () => languageModel = _byLanguageModel.Decode(samples));

        IReadOnlyList<string> heard = [.. SpokenWords.OfHypothesis(grammar).Select(JsgfGrammar.Word)];
        var other = SpokenWords.OfHypothesis(languageModel);
        var distance = AgreementGate.Distance(heard, other);
        var changes = _matcher.Matches(heard).Any(pattern => pattern.Changes);
        var verdict = AgreementGate.Judge(heard, distance, changes, _options);
        var words = string.Join(' ', heard);
        return new Transcript(words, verdict, changes, words, string.Join(' ', other), distance);
    }

    public void Dispose()
    {
        _byGrammar.Dispose();
        _byLanguageModel.Dispose();
        _folder.Dispose();
    }

    private static void AddSentences(TrigramModel trigrams, SpeakableLanguage language)
    {
        const int WakeAlone = 200;
        trigrams.Add(["hey", "helm"], WakeAlone);
        foreach (var (words, weight) in new SentenceSampler(language).Sentences())
        {
            trigrams.Add(words, weight);
            trigrams.Add(["hey", "helm", .. words], weight);
        }
    }

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Tokens(
        IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> words) =>
        words.Select(word => KeyValuePair.Create(JsgfGrammar.Token(word.Key), word.Value));
}
