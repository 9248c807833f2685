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
        OtherRequests = [.. Woken(examples.Requests())];
        OtherTalk = [.. examples.OtherTalk()];
    }

    /// <summary>Sentences of the patterns.</summary>
    public IReadOnlyList<SaidSentence> Commands { get; }

    /// <summary>What else people ask for, in other words.</summary>
    public IReadOnlyList<SaidSentence> OtherRequests { get; }

    /// <summary>Talk that is not for Helm.</summary>
    public IReadOnlyList<SaidSentence> OtherTalk { get; }

    private IEnumerable<SaidSentence> Woken(IEnumerable<SaidSentence> sentences) => sentences.Select(sentence => sentence with { Lead = _phrase.Words });
}
