using System.Collections.Concurrent;
using System.Diagnostics;
using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Synthesis;

namespace Helm.Speech.Sessions;

/// <summary>
/// Speaks in step with the microphone: with every frame heard one is played, a little ahead. So it is known at any
/// time what the room hears of Helm, and Helm can fall silent within a frame.
/// </summary>
internal sealed class Mouth(ISynthesizer voice, IVoiceDoor door) : IDisposable
{
    // The door's buffer is kept so full that a late frame is not heard.
    private const int FramesAhead = 8;

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(16);

    private readonly Queue<short[]> _ahead = new();
    private readonly List<short> _samples = [];
    private readonly RingBuffer _played = new(SpeechFormat.Samples(Remembered));
    private long _now;
    private long _lastSound = long.MinValue / 2;
    private CancellationTokenSource _speech = new();
    private ConcurrentQueue<short[]> _chunks = new();
    private Task _synthesis = Task.CompletedTask;

    /// <summary>Something of what it was given to say is still to be heard.</summary>
    public bool IsSpeaking => !_synthesis.IsCompleted || !_chunks.IsEmpty || _samples.Count > 0 || _ahead.Count > 0;

    /// <summary>Completes when all of what it was given to say is sound.</summary>
    public Task Synthesis => _synthesis;

    /// <summary>From the text to its first sound.</summary>
    public TimeSpan? FirstSound { get; private set; }

    /// <summary>Why the last text could not be spoken to its end.</summary>
    public string? Failure { get; private set; }

    /// <summary>What the room hears of Helm now.</summary>
    public short[] LastFrame { get; private set; } = Silence;

    /// <summary>Helm was heard within this time.</summary>
    public bool WasHeard(TimeSpan within) => _now - _lastSound < SpeechFormat.Samples(within);

    /// <summary>What the room heard of Helm between two moments, each told by how many samples ago it was; silence included.</summary>
    public ReadOnlySpan<short> Played(long startAgo, long endAgo) => _played.Between(startAgo, endAgo);

    public void Sound(short[] samples) => _chunks.Enqueue(samples);

    public void Say(string text)
    {
        Failure = null;
        FirstSound = null;
        var (clock, chunks, stop) = (Stopwatch.StartNew(), _chunks, _speech.Token);
        _synthesis = Task.Run(() => SynthesizeAsync(text, clock, chunks, stop), CancellationToken.None);
    }

    /// <summary>Falls silent at once.</summary>
    public void Hush()
    {
        _speech.Cancel();
        _speech.Dispose();
        _speech = new();
        _synthesis = Task.CompletedTask;
        // A speech that is just ending may still add to the old one.
        _chunks = new();
        _samples.Clear();
        _ahead.Clear();
        door.Hush();
    }

    /// <summary>20 ms pass.</summary>
    public void Tick()
    {
        while (_ahead.Count < FramesAhead && Next() is { } frame)
        {
            door.Play(frame);
            _ahead.Enqueue(frame);
        }

        _now += SpeechFormat.FrameSamples;
        LastFrame = Silence;
        if (_ahead.TryDequeue(out var heard))
        {
            LastFrame = heard;
            _lastSound = _now;
        }

        _played.Write(LastFrame);
    }

    public void Dispose()
    {
        _speech.Cancel();
        _speech.Dispose();
    }

    private static short[] Silence { get; } = new short[SpeechFormat.FrameSamples];

    private short[]? Next()
    {
        while (_samples.Count < SpeechFormat.FrameSamples && _chunks.TryDequeue(out var chunk))
        {
            _samples.AddRange(chunk);
        }

        if (_samples.Count == 0 || (_samples.Count < SpeechFormat.FrameSamples && !_synthesis.IsCompleted))
        {
            return null;
        }

        var frame = new short[SpeechFormat.FrameSamples];
        var count = Math.Min(frame.Length, _samples.Count);
        _samples.CopyTo(0, frame, 0, count);
        _samples.RemoveRange(0, count);
        return frame;
    }

    private async Task SynthesizeAsync(string text, Stopwatch clock, ConcurrentQueue<short[]> chunks, CancellationToken stop)
    {
        try
        {
            var resampler = new Resampler(voice.SampleRate, SpeechFormat.SampleRate);
            await foreach (var chunk in voice.SpeakAsync(text, stop))
            {
                FirstSound ??= clock.Elapsed;
                chunks.Enqueue(resampler.Convert(chunk));
            }

            chunks.Enqueue(resampler.Rest());
        }
        catch (OperationCanceledException)
        {
            // Hushed.
        }
        catch (SpeechEngineException failure)
        {
            Failure = failure.Message;
        }
    }
}
