using System.Runtime.CompilerServices;
using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Synthesis;

namespace Helm.Speech.Tests.Sessions;

/// <summary>Stops the conversation when all is over; ALSA's file plugin never ends by itself.</summary>
internal sealed class EndingMicrophone(IMicrophone inner, Func<bool> isOver, CancellationTokenSource end) : IMicrophone
{
    public bool Read(Span<short> frame)
    {
        if (isOver())
        {
            end.Cancel();
        }

        return inner.Read(frame);
    }

    public void Dispose() => inner.Dispose();
}

/// <summary>Says one thing, is silent until the moment for another, says that, and ends.</summary>
internal sealed class RecordedMicrophone(short[] first, short[] second, Func<bool> isTimeForSecond) : IMicrophone
{
    private readonly Queue<short> _samples = new(first);
    private bool _isSecond;

    public bool Read(Span<short> frame)
    {
        if (_samples.Count < frame.Length && !_isSecond && isTimeForSecond())
        {
            _isSecond = true;
            foreach (var sample in second)
            {
                _samples.Enqueue(sample);
            }
        }

        for (var i = 0; i < frame.Length; i++)
        {
            frame[i] = _samples.TryDequeue(out var sample) ? sample : (short)0;
        }

        return !_isSecond || _samples.Count > 0;
    }

    public void Dispose()
    {
    }
}

/// <summary>Says everything in one sample.</summary>
internal sealed class ClickSynthesizer : ISynthesizer
{
    public string Name => "click";

    public int SampleRate => 16_000;

    public Task<EngineHealth> CheckAsync(CancellationToken cancellation) => Task.FromResult(new EngineHealth(true, "clicks"));

    public Task<IReadOnlyList<VoiceDescription>> VoicesAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<VoiceDescription>>([]);

    public void Dispose()
    {
    }

    public async IAsyncEnumerable<short[]> SpeakAsync(string text, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        yield return [1_000];
    }
}

/// <summary>Nobody hears it.</summary>
internal sealed class SilentLoudspeaker : ILoudspeaker
{
    public void Write(ReadOnlySpan<short> samples)
    {
    }

    public void Drain()
    {
    }

    public void Silence()
    {
    }

    public void Dispose()
    {
    }
}
