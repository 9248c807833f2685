using System.Diagnostics;
using Helm.Speech.Hearing;
using Helm.Speech.Transcription;

namespace Helm.Speech.Sessions;

/// <summary>The sentence whose text is awaited.</summary>
internal sealed class PendingText
{
    private readonly Stopwatch _since = new();
    private Sentence? _sentence;

    public bool IsAwaited => _sentence is not null;

    /// <summary>A newer sentence takes the place of an older one.</summary>
    public void Await(Sentence sentence)
    {
        _sentence = sentence;
        _since.Restart();
    }

    public void Forget() => _sentence = null;

    /// <summary>Null while it is not known.</summary>
    public Text? Take()
    {
        if (_sentence is not { Transcript.IsCompleted: true } sentence)
        {
            return null;
        }

        _sentence = null;
        return sentence.Transcript.Exception?.InnerException is { } failure
            ? new Text(sentence, Transcript.Nothing, TimeSpan.Zero, failure.Message)
            : new Text(sentence, sentence.Transcript.Result, sentence.Silence + _since.Elapsed, null);
    }

    /// <summary>What a sentence turned out to be.</summary>
    internal sealed record Text(Sentence Sentence, Transcript Transcript, TimeSpan Delay, string? Failure);
}
