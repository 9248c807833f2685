using Helm.Conversation.Intents;
using Helm.Speech.Engines;
using Helm.Speech.Native;
using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>Transcribes by PocketSphinx on this machine; learns a new language beside the old one and then changes over.</summary>
internal sealed class SphinxTranscription(SphinxLanguage language, AgreementOptions options, WakePhrase phrase) : ITranscriptionEngine
{
    // Whoever waits for the decoders keeps no thread: eight devices would leave none to take their sound.
    private readonly SemaphoreSlim _hearing = new(1);
    private int _waiting;
    private SpokenLanguage? _spoken;
    private Transcriber? _transcriber;
    private Transcriber? _words;

    public string Name => SphinxLanguage.EngineName;

    public IReadOnlyList<LeftOut> LeftOut => _transcriber?.LeftOut ?? [];

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => Task.FromResult(language.Check());

    public async Task LearnAsync(SpokenLanguage spoken, CancellationToken cancellation)
    {
        // What understands text loads what it has learned with the first sentence that it guesses at; that is not to wait for it.
        var understanding = Task.Run(() => spoken.Meaning("nobody says this to anybody"), cancellation);
        var next = await Task.Run(() => new Transcriber(language.Model, language.Lexicon, spoken, options, phrase), cancellation);
        await understanding;
        await _hearing.WaitAsync(CancellationToken.None);
        Forget();
        (_spoken, _transcriber) = (spoken, next);
        _hearing.Release();
        ReturnMemory();
    }

    public ITranscription Begin(Action<string>? partial) => new SphinxSentence(HearAsync, HearSoFar, partial);

    public ITranscription BeginWords() => new SphinxSentence(HearWordsAsync, _ => null, partial: null);

    public void Dispose()
    {
        _hearing.Wait();
        Forget();
        _hearing.Release();
    }

    private void Forget()
    {
        _transcriber?.Dispose();
        _words?.Dispose();
        _transcriber = _words = null;
    }

    /// <summary>What the sentence is; one at a time.</summary>
    private Task<Transcript> HearAsync(short[] samples, CancellationToken stale) => InTurnAsync(() => Usual().Transcribe(samples, OthersWait, stale), stale);

    /// <summary>The answer to a challenge.</summary>
    private Task<Transcript> HearWordsAsync(short[] samples, CancellationToken stale) => InTurnAsync(() => Words().Transcribe(samples, OthersWait, stale), stale);

    private async Task<Transcript> InTurnAsync(Func<Transcript> hear, CancellationToken stale)
    {
        Interlocked.Increment(ref _waiting);
        await _hearing.WaitAsync(CancellationToken.None);
        Interlocked.Decrement(ref _waiting);
        try
        {
            return stale.IsCancellationRequested ? Transcript.Nothing : await Task.Run(hear, CancellationToken.None);
        }
        finally
        {
            _hearing.Release();
        }
    }

    private bool OthersWait() => Volatile.Read(ref _waiting) > 0;

    private Transcriber Usual() => _transcriber ?? throw NotLearned();

    /// <summary>Its decoders are made for the first challenge and cost as much as the others.</summary>
    private Transcriber Words() => _words ??= new Transcriber(
        language.Model,
        language.Lexicon,
        ChallengeLanguage.Of(_spoken ?? throw NotLearned(), ChallengeDecoys.Of(language.Model, language.Lexicon)),
        options,
        phrase);

    private static SpeechEngineException NotLearned() => new("PocketSphinx has not learned a language yet; call LearnAsync first.");

    /// <summary>The words so far; null when the decoders are busy with a whole sentence, which goes before.</summary>
    private string? HearSoFar(short[] samples)
    {
        if (!_hearing.Wait(TimeSpan.Zero))
        {
            return null;
        }

        try
        {
            return _transcriber?.SoFar(samples);
        }
        finally
        {
            _hearing.Release();
        }
    }

    /// <summary>Writing a language model leaves a hundred megabytes that are not needed again for hours.</summary>
    private static void ReturnMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        NativeHeap.GiveBack();
    }
}
