namespace Helm.Speech.Audio;

/// <summary>The fast Fourier transform of a fixed power of two, in place.</summary>
internal sealed class Fourier
{
    private readonly int[] _reversed;
    private readonly float[] _cosines;
    private readonly float[] _sines;

    public Fourier(int size)
    {
        Size = size;
        var bits = int.Log2(size);
        _reversed = [.. Enumerable.Range(0, size).Select(i => Reverse(i, bits))];
        _cosines = [.. Enumerable.Range(0, size / 2).Select(i => (float)Math.Cos(2 * Math.PI * i / size))];
        _sines = [.. Enumerable.Range(0, size / 2).Select(i => (float)-Math.Sin(2 * Math.PI * i / size))];
    }

    public int Size { get; }

    public void Forward(float[] real, float[] imaginary)
    {
        for (var i = 0; i < Size; i++)
        {
            if (_reversed[i] > i)
            {
                (real[i], real[_reversed[i]]) = (real[_reversed[i]], real[i]);
                (imaginary[i], imaginary[_reversed[i]]) = (imaginary[_reversed[i]], imaginary[i]);
            }
        }

        for (var length = 2; length <= Size; length *= 2)
        {
            Combine(real, imaginary, length);
        }
    }

    /// <summary>Undoes <see cref="Forward"/>.</summary>
    public void Back(float[] real, float[] imaginary)
    {
        Forward(imaginary, real);
        for (var i = 0; i < Size; i++)
        {
            real[i] /= Size;
            imaginary[i] /= Size;
        }
    }

    private void Combine(float[] real, float[] imaginary, int length)
    {
        var (half, step) = (length / 2, Size / length);
        for (var start = 0; start < Size; start += length)
        {
            for (var k = 0; k < half; k++)
            {
                var (cosine, sine) = (_cosines[k * step], _sines[k * step]);
                var (a, b) = (start + k, start + k + half);
                var re = real[b] * cosine - imaginary[b] * sine;
                var im = real[b] * sine + imaginary[b] * cosine;
                (real[b], imaginary[b]) = (real[a] - re, imaginary[a] - im);
                real[a] += re;
                imaginary[a] += im;
            }
        }
    }

    private static int Reverse(int value, int bits)
    {
        var reversed = 0;
        for (var i = 0; i < bits; i++)
        {
            reversed = reversed << 1 | value >> i & 1;
        }

        return reversed;
    }
}
