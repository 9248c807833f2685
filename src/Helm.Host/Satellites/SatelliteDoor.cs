using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Helm.Speech.Audio;
using Helm.Speech.Sessions;
using Helm.Speech.Wyoming;

namespace Helm.Host.Satellites;

/// <summary>
/// The microphone and the loudspeaker of a satellite. Some stop sending while they do not listen; the conversation's
/// clock then goes on in silence, so that what Helm says is heard to its end.
/// </summary>
/// <param name="lost">Called when the satellite no longer reads.</param>
internal sealed class SatelliteDoor(TimeProvider time, Action lost) : IVoiceDoor
{
    // The network may hold a piece back, and silence in the middle of a word would spoil it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.2);
    private static readonly TimeSpan Frame = SpeechFormat.DurationOf(SpeechFormat.FrameSamples);

    // Somebody who does not read for half a minute has gone; half a minute of sound that nobody takes is too much.
    private const int MostWaiting = 2_000;
    private const int MostFrames = 1_500;

    // Between two sentences of an answer there may be a moment without sound.
    private const int FramesToEnd = 15;

    private readonly Channel<Heard> _heard = Channel.CreateBounded<Heard>(new BoundedChannelOptions(MostFrames) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Channel<WyomingEvent> _outgoing = Channel.CreateBounded<WyomingEvent>(MostWaiting);
    private readonly List<short> _pending = [];
    private volatile bool _isResting;
    private bool _isSpeaking;
    private bool _isSounding;
    private int _silentFrames;

    /// <summary>The microphone has been switched off; it need not be waited for.</summary>
    public void Rest() => _isResting = true;

    /// <summary>Does something once the sound that came before it has been taken: who sends faster than real has still said all of it.</summary>
    public void Then(Action what) => _heard.Writer.TryWrite(new Heard(null, what));

    /// <summary>Takes what the microphone heard; any length.</summary>
    public void Hear(short[] samples)
    {
        _isResting = false;
        _pending.AddRange(samples);
        var at = 0;
        for (; _pending.Count - at >= SpeechFormat.FrameSamples; at += SpeechFormat.FrameSamples)
        {
            _heard.Writer.TryWrite(new Heard(_pending.GetRange(at, SpeechFormat.FrameSamples).ToArray(), null));
        }

        _pending.RemoveRange(0, at);
    }

    public async IAsyncEnumerable<short[]> FramesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (since, filled) = (time.GetTimestamp(), 0L);
        while (!_heard.Reader.Completion.IsCompleted)
        {
            if (_heard.Reader.TryRead(out var heard))
            {
                (since, filled) = (time.GetTimestamp(), 0);
                heard.Then?.Invoke();
                if (heard.Frame is { } frame)
                {
                    EndSound();
                    yield return frame;
                }
            }
            else if (time.GetElapsedTime(since) is var quiet && (_isResting || quiet > Patience) && filled * Frame < quiet)
            {
                filled++;
                EndSound();
                yield return new short[SpeechFormat.FrameSamples];
            }
            else
            {
                await WaitAsync(cancellation);
            }
        }
    }

    public void Play(ReadOnlySpan<short> frame)
    {
        _silentFrames = 0;
        if (!_isSounding)
        {
            _isSounding = true;
            Send(WyomingEvent.SoundBegins());
        }

        Send(WyomingEvent.Sound(frame));
    }

    public void Hush() => End();

    /// <summary>While an answer is being said, a gap in it is not its end.</summary>
    public void Speaks(bool isSpeaking) => _isSpeaking = isSpeaking;

    public void Send(WyomingEvent told)
    {
        if (!_outgoing.Writer.TryWrite(told) && !_outgoing.Reader.Completion.IsCompleted)
        {
            lost();
        }
    }

    /// <summary>Sends what was told and played, in that order, until the door is closed.</summary>
    public async Task SendAllAsync(WyomingWire wire, CancellationToken cancellation)
    {
        try
        {
            await foreach (var told in _outgoing.Reader.ReadAllAsync(cancellation))
            {
                await wire.WriteAsync(told, cancellation);
            }
        }
        catch (IOException)
        {
            lost();
        }
    }

    /// <summary>Nothing more will be heard or told.</summary>
    public void Close()
    {
        _heard.Writer.TryComplete();
        _outgoing.Writer.TryComplete();
    }

    /// <summary>A frame of sound, or what is to happen after the frames before it.</summary>
    private readonly record struct Heard(short[]? Frame, Action? Then);

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(Frame);
        try
        {
            await _heard.Reader.WaitToReadAsync(waiting.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nothing came for the length of a frame.
        }
    }

    private void EndSound()
    {
        if (_isSounding && !_isSpeaking && ++_silentFrames > FramesToEnd)
        {
            End();
        }
    }

    private void End()
    {
        if (_isSounding)
        {
            _isSounding = false;
            Send(WyomingEvent.SoundEnds());
        }
    }
}
