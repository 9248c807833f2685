using System.Buffers;
using System.Runtime.InteropServices;

namespace Helm.Speech.Audio;

/// <summary>Changes the sample rate by a windowed sinc filter (Blackman), block after block.</summary>
internal sealed class Resampler
{
    private const int ZeroCrossings = 16;
    private const int MostPhases = 512;

    private readonly int _from;
    private readonly int _to;
    private readonly int _half;
    private readonly float[][] _phases;
    private readonly List<float> _input;
    private long _dropped;
    private long _produced;
    private long _received;

    public Resampler(int from, int to)
    {
        var divisor = Gcd(from, to);
        (_from, _to) = (from / divisor, to / divisor);
        var cutoff = Math.Min(1.0, (double)to / from) * 0.97;
        _half = (int)Math.Ceiling(ZeroCrossings / cutoff);
        var phases = Math.Min(_to, MostPhases);
        _phases = [.. Enumerable.Range(0, phases).Select(phase => Filter((double)phase / phases, cutoff, _half))];
        _input = [.. new float[_half]];
        _dropped = -_half;
    }

    public void Push(ReadOnlySpan<float> samples, IBufferWriter<short> output)
    {
        _received += samples.Length;
        if (_from == _to)
        {
            Write(samples, output);
            return;
        }

        _input.AddRange(samples);
        Produce(long.MaxValue, output);
    }

    /// <summary>Gives what still waits for samples to come, as if silence came.</summary>
    public void Finish(IBufferWriter<short> output)
    {
        if (_from != _to)
        {
            _input.AddRange(new float[_half + 1]);
            Produce(_received * _to / _from, output);
        }
    }

    /// <summary>Takes a block of 16-bit sound and gives what it makes of it.</summary>
    public short[] Convert(ReadOnlySpan<short> samples)
    {
        var input = new float[samples.Length];
        for (var i = 0; i < input.Length; i++)
        {
            input[i] = samples[i] / 32_768f;
        }

        return Convert(input);
    }

    /// <summary>Takes a block of sound between -1 and 1 and gives what it makes of it.</summary>
    public short[] Convert(ReadOnlySpan<float> samples)
    {
        var output = new ArrayBufferWriter<short>();
        Push(samples, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>What still waited for samples to come.</summary>
    public short[] Rest()
    {
        var output = new ArrayBufferWriter<short>();
        Finish(output);
        return output.WrittenSpan.ToArray();
    }

    private void Produce(long until, IBufferWriter<short> output)
    {
        Span<float> one = stackalloc float[1];
        for (; _produced < until; _produced++)
        {
            var position = _produced * _from;
            var first = (int)(position / _to - _half + 1 - _dropped);
            if (first + 2 * _half > _input.Count)
            {
                break;
            }

            var phase = _phases[position % _to * _phases.Length / _to];
            one[0] = Dot(CollectionsMarshal.AsSpan(_input).Slice(first, phase.Length), phase);
            Write(one, output);
        }

        var used = (int)Math.Min(_input.Count, _produced * _from / _to - _half - _dropped);
        if (used > 0)
        {
            _input.RemoveRange(0, used);
            _dropped += used;
        }
    }

    private static float Dot(ReadOnlySpan<float> samples, ReadOnlySpan<float> weights)
    {
        var sum = 0f;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += samples[i] * weights[i];
        }

        return sum;
    }

    private static void Write(ReadOnlySpan<float> samples, IBufferWriter<short> output)
    {
        if (samples.IsEmpty)
        {
            return;
        }

        var target = output.GetSpan(samples.Length);
        for (var i = 0; i < samples.Length; i++)
        {
            target[i] = (short)Math.Clamp(MathF.Round(samples[i] * 32_768f), short.MinValue, short.MaxValue);
        }

        output.Advance(samples.Length);
    }

    private static float[] Filter(double phase, double cutoff, int half)
    {
        var weights = new float[2 * half];
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            var distance = i - half + 1 - phase;
            var window = distance / half;
            var weight = Sinc(distance * cutoff) * cutoff
                * (0.42 + 0.5 * Math.Cos(Math.PI * window) + 0.08 * Math.Cos(2 * Math.PI * window));
            weights[i] = (float)weight;
            sum += weight;
        }

        return [.. weights.Select(weight => (float)(weight / sum))];
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
