using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>What the language models learn from.</summary>
internal sealed class SaidSentences
{
    private const double WorthOfWakeAlone = 200;

    private readonly WakePhrase _phrase;

    public SaidSentences(SpeakableLanguage language, WakePhrase phrase)
    {
        _phrase = phrase;
        var examples = new ExampleSampler(language);
        Commands = [new SaidSentence(phrase.Words, WorthOfWakeAlone), .. Woken(new SentenceSampler(language).Sentences())];
        Requests = [.. Commands, .. Woken(examples.Requests())];
        OtherTalk = [.. examples.OtherTalk()];
    }

    /// <summary>Sentences of the patterns.</summary>
    public IReadOnlyList<SaidSentence> Commands { get; }

    /// <summary>The commands, and what else people ask for, in other words.</summary>
    public IReadOnlyList<SaidSentence> Requests { get; }

    /// <summary>Talk that is not for Helm.</summary>
    public IReadOnlyList<SaidSentence> OtherTalk { get; }

    /// <summary>As they are, and in one breath with the wake phrase.</summary>
    private IEnumerable<SaidSentence> Woken(IEnumerable<SaidSentence> sentences) =>
        sentences.SelectMany(sentence => new[] { sentence, sentence with { Words = [.. _phrase.Words, .. sentence.Words] } });
}
