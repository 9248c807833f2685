using Helm.Conversation.Intents;
using Helm.Speech.Engines;
using Helm.Speech.Native;
using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>Transcribes by PocketSphinx on this machine; learns a new language beside the old one and then changes over.</summary>
internal sealed class SphinxTranscription(SphinxLanguage language, AgreementOptions options, WakePhrase phrase) : ITranscriptionEngine
{
    private readonly Lock _hearing = new();
    private SpokenLanguage? _spoken;
    private Transcriber? _transcriber;
    private Transcriber? _words;

    public string Name => SphinxLanguage.EngineName;

    public IReadOnlyList<LeftOut> LeftOut => _transcriber?.LeftOut ?? [];

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => Task.FromResult(language.Check());

    public async Task LearnAsync(SpokenLanguage spoken, CancellationToken cancellation)
    {
        var next = await Task.Run(() => new Transcriber(language.Model, language.Lexicon, spoken, options, phrase), cancellation);
        // What understands text loads what it has learned with the first sentence that it guesses at; that is not to wait for it.
        await Task.Run(() => spoken.Meaning("nobody says this to anybody"), cancellation);
        lock (_hearing)
        {
            Forget();
            (_spoken, _transcriber) = (spoken, next);
        }

        ReturnMemory();
    }

    public ITranscription Begin(Action<string>? partial) => new SphinxSentence(Hear, HearSoFar, partial);

    public ITranscription BeginWords() => new SphinxSentence(HearWords, _ => null, partial: null);

    public void Dispose()
    {
        lock (_hearing)
        {
            Forget();
        }
    }

    private void Forget()
    {
        _transcriber?.Dispose();
        _words?.Dispose();
        _transcriber = _words = null;
    }

    /// <summary>What the sentence is; one at a time.</summary>
    private Transcript Hear(short[] samples, CancellationToken stale)
    {
        lock (_hearing)
        {
            return stale.IsCancellationRequested ? Transcript.Nothing : (_transcriber ?? throw NotLearned()).Transcribe(samples, stale);
        }
    }

    /// <summary>The answer to a challenge. Its decoders are made for the first one and cost as much as the others.</summary>
    private Transcript HearWords(short[] samples, CancellationToken stale)
    {
        lock (_hearing)
        {
            if (_spoken is null)
            {
                throw NotLearned();
            }

            _words ??= new Transcriber(language.Model, language.Lexicon, ChallengeLanguage.Of(_spoken, ChallengeDecoys.Of(language.Model, language.Lexicon)), options, phrase);
            return _words.Transcribe(samples, stale);
        }
    }

    private static SpeechEngineException NotLearned() => new("PocketSphinx has not learned a language yet; call LearnAsync first.");

    /// <summary>The words so far; null when the decoders are busy with a whole sentence, which goes before.</summary>
    private string? HearSoFar(short[] samples)
    {
        if (!_hearing.TryEnter())
        {
            return null;
        }

        try
        {
            return _transcriber?.SoFar(samples);
        }
        finally
        {
            _hearing.Exit();
        }
    }

    /// <summary>Writing a language model leaves a hundred megabytes that are not needed again for hours.</summary>
    private static void ReturnMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        NativeHeap.GiveBack();
    }
}
