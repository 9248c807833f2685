using Helm.Conversation.Intents;
using Helm.Speech.Engines;
using Helm.Speech.Sphinx;

namespace Helm.Speech.Transcription;

/// <summary>Transcribes by PocketSphinx on this machine; learns a new language beside the old one and then changes over.</summary>
internal sealed class SphinxTranscription(SphinxLanguage language, AgreementOptions options) : ITranscriptionEngine
{
    private readonly Lock _hearing = new();
    private Transcriber? _transcriber;

    public string Name => SphinxLanguage.EngineName;

    public IReadOnlyList<LeftOut> LeftOut => _transcriber?.LeftOut ?? [];

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => Task.FromResult(language.Check());

    public async Task LearnAsync(SpokenLanguage spoken, CancellationToken cancellation)
    {
        var next = await Task.Run(() => new Transcriber(language.Model, language.Lexicon, spoken, options), cancellation);
        lock (_hearing)
        {
            _transcriber?.Dispose();
            _transcriber = next;
        }

        ReturnMemory();
    }

    public ITranscription Begin(Action<string>? partial) => new SphinxSentence(this, partial);

    public void Dispose()
    {
        lock (_hearing)
        {
            _transcriber?.Dispose();
            _transcriber = null;
        }
    }

    /// <summary>What the sentence is; one at a time.</summary>
    public Transcript Hear(short[] samples)
    {
        lock (_hearing)
        {
            return _transcriber?.Transcribe(samples)
                ?? throw new SpeechEngineException("PocketSphinx has not learned a language yet; call LearnAsync first.");
        }
    }

    /// <summary>The words so far; null when the decoders are busy with a whole sentence, which goes before.</summary>
    public string? HearSoFar(short[] samples)
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
    private static void ReturnMemory() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
