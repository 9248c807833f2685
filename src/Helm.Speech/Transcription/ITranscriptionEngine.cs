using Helm.Conversation.Intents;
using Helm.Speech.Engines;

namespace Helm.Speech.Transcription;

/// <summary>Turns speech into text.</summary>
public interface ITranscriptionEngine : ISpeechEngine
{
    /// <summary>Names and phrases that cannot be said aloud to this engine, with the reason.</summary>
    IReadOnlyList<LeftOut> LeftOut => [];

    /// <summary>Learns what can be said now; until that is done the old language is heard. Called before the first sentence.</summary>
    /// <exception cref="SpeechEngineException">It cannot work; another engine will be asked.</exception>
    Task LearnAsync(SpokenLanguage language, CancellationToken cancellation);

    /// <summary>Begins a sentence; several may be under way at once.</summary>
    /// <param name="partial">Told the words so far, on any thread, as often as the engine knows more; null when nobody wants to know.</param>
    /// <exception cref="SpeechEngineException">It cannot work; another engine will be asked.</exception>
    ITranscription Begin(Action<string>? partial);

    /// <summary>
    /// Begins the answer to a challenge: any of its words and all commands may be said, and it is not known which words are
    /// right, so none is heard more easily than any other.
    /// </summary>
    /// <exception cref="SpeechEngineException">It cannot work; another engine will be asked.</exception>
    ITranscription BeginWords() => Begin(null);
}

/// <summary>One sentence while it is being said. One caller at a time.</summary>
public interface ITranscription : IDisposable
{
    /// <summary>Takes sound (16 kHz, mono; any length) and never waits. The wake phrase may be in front.</summary>
    void Push(ReadOnlySpan<short> samples);

    /// <summary>A pause that may be the end: an engine that decodes whole sentences may begin to.</summary>
    void Pause()
    {
    }

    /// <summary>It is being spoken: a pause, where there was one, was not the end. Partial texts are worth their while now.</summary>
    void Resume()
    {
    }

    /// <summary>The sentence is over: what it was.</summary>
    /// <exception cref="SpeechEngineException">It does not know; another engine will be asked with the same sound.</exception>
    Task<Transcript> EndAsync(CancellationToken cancellation);
}
