using System.Runtime.InteropServices;
using Helm.Speech.Audio;

namespace Helm.Speech.Transcription;

/// <summary>
/// Collects a sentence and has it decoded whole, which is surer than decoding while it is said. The decoding begins
/// with a pause that may be the end, so that the text is nearly there when the end is certain.
/// </summary>
internal sealed class SphinxSentence(
    Func<short[], CancellationToken, Task<Transcript>> hear, Func<short[], string?> hearSoFar, Action<string>? partial) : ITranscription
{
    // Often enough to watch, seldom enough to cost little.
    private static readonly int BetweenPartials = SpeechFormat.Samples(TimeSpan.FromSeconds(0.6));

    private readonly List<short> _samples = [];
    private CancellationTokenSource _stale = new();
    private Task<Transcript>? _guess;
    private Task _partial = Task.CompletedTask;
    private int _nextPartial = 2 * BetweenPartials;

    public void Push(ReadOnlySpan<short> samples) => _samples.AddRange(samples);

    public void Pause() => _guess ??= Decode();

    public void Resume()
    {
        if (_guess is not null)
        {
            _stale.Cancel();
            _stale.Dispose();
            (_stale, _guess) = (new CancellationTokenSource(), null);
        }

        // Not in a silence: the whole sentence would wait for it.
        if (_samples.Count >= _nextPartial && partial is not null && _partial.IsCompleted)
        {
            _nextPartial = _samples.Count + BetweenPartials;
            var sofar = All();
            _partial = Task.Run(() => Tell(hearSoFar(sofar)));
        }
    }

    public Task<Transcript> EndAsync(CancellationToken cancellation) => (_guess ?? Decode()).WaitAsync(cancellation);

    /// <summary>A decoding that is under way ends by itself.</summary>
    public void Dispose()
    {
        _stale.Cancel();
        _stale.Dispose();
    }

    private Task<Transcript> Decode() => hear(All(), _stale.Token);

    private short[] All() => [.. CollectionsMarshal.AsSpan(_samples)];

    private void Tell(string? words)
    {
        if (words is { Length: > 0 })
        {
            partial!(words);
        }
    }
}
