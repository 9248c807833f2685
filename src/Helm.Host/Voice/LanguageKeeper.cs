using Helm.Conversation.Intents;
using Helm.Speech.Setup;

namespace Helm.Host.Voice;

/// <summary>Lets the engines learn what can be said, before the first session and again whenever names or phrases have changed.</summary>
internal sealed partial class LanguageKeeper(
    SpeechEngines engines, IntentTable intents, IVocabularySource names, TimeProvider time, ILogger<LanguageKeeper> log) : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _learning = new(1);
    private string? _learned;
    private long _lookedAt;

    /// <summary>Returns once something has been learned; what is new is learned meanwhile, and the old language is heard until then.</summary>
    /// <exception cref="Helm.Speech.Engines.SpeechEngineException">No engine can learn; the message says what to do.</exception>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        if (_learned is not null && time.GetElapsedTime(_lookedAt) < BetweenLooks)
        {
            return;
        }

        await _learning.WaitAsync(cancellation);
        try
        {
            _lookedAt = time.GetTimestamp();
            var spoken = intents.Spoken(await names.CurrentAsync(cancellation));
            var fingerprint = SpokenFingerprint.Of(spoken);
            if (fingerprint != _learned)
            {
                await engines.Transcription.LearnAsync(spoken, cancellation);
                _learned = fingerprint;
                Tell();
            }
        }
        finally
        {
            _learning.Release();
        }
    }

    public void Dispose() => _learning.Dispose();

    private void Tell()
    {
        LogLearned(engines.Transcription.LeftOut.Count);
        foreach (var (what, why) in engines.Transcription.LeftOut)
        {
            LogLeftOut(what, why);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Speech has learned what can be said now; {Count} names or phrases cannot be said aloud")]
    private partial void LogLearned(int count);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Cannot be said aloud: {What} ({Why})")]
    private partial void LogLeftOut(string what, string why);
}
