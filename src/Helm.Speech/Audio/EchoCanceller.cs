using System.Numerics;

namespace Helm.Speech.Audio;

/// <summary>
/// Subtracts what a loudspeaker plays from what a microphone hears: a Kalman filter in partitioned blocks of the frequency
/// domain (Enzner and Vary 2006; Kuech, Mabande and Enzner 2014). It knows for each tone how unsure it still is of the echo,
/// so it learns fast where it is unsure, and a person who speaks at the same time does not spoil it.
/// </summary>
internal sealed class EchoCanceller
{
    private const int Block = SpeechFormat.FrameSamples;
    private const int Size = 1024;

    // Half of the spectrum of a real sound, up to whole vectors.
    private const int Bins = Size / 2 + 16;

    // Each partition is two blocks long, twenty of them 0.8 s of delay and echo.
    private const int BlocksEach = 2;
    private const int Partitions = 20;

    // The share of a transform that is new.
    private const float Share = (float)Block / Size;

    // At first an echo is expected everywhere, a little of it.
    private const float FirstDoubt = 0.05f;

    // How much of what was learned is doubted again with each block: rooms change. It is also what makes it learn fast
    // where an echo was found, and slowly elsewhere.
    private const float Forgetting = 0.03f;
    private const float LeastDoubt = 1e-5f;

    private const float Smoothing = 0.8f;

    // What is not doubt about the echo is what others say; some of the error always is.
    private const float LeastOfOthers = 0.05f;

    private const int ConstrainedEachTime = 4;
    private const double ClearlyBetter = 0.9;

    private readonly Fourier _fourier = new(Size);
    private readonly (float[] Re, float[] Im)[] _spoken = Spectra(Partitions * BlocksEach);
    private readonly (float[] Re, float[] Im)[] _learning = Spectra(Partitions);
    private readonly (float[] Re, float[] Im)[] _inUse = Spectra(Partitions);
    private readonly float[][] _doubt = [.. Enumerable.Range(0, Partitions).Select(_ => Filled(FirstDoubt))];
    private readonly float[] _strength = new float[Bins];
    private readonly float[] _last = new float[Size];
    private readonly float[] _re = new float[Size];
    private readonly float[] _im = new float[Size];
    private readonly float[] _expected = new float[Bins];
    private int _newest;
    private int _constrained;
    private double _learningError;
    private double _errorInUse;

    /// <summary>The frame without its echo.</summary>
    /// <param name="played">What was played while the frame was heard.</param>
    public short[] Remove(ReadOnlySpan<short> heard, ReadOnlySpan<short> played)
    {
        Remember(played);
        var (echo, learned) = (Echo(_inUse), Echo(_learning));
        var (rest, error) = (new short[Block], new float[Block]);
        var (energy, energyInUse, energyLearning) = (0.0, 0.0, 0.0);
        for (var i = 0; i < Block; i++)
        {
            var sample = heard[i] / 32_768f;
            var left = sample - echo[i];
            error[i] = sample - learned[i];
            rest[i] = (short)Math.Clamp(left * 32_768f, short.MinValue, short.MaxValue);
            energy += sample * sample;
            energyInUse += left * left;
            energyLearning += error[i] * error[i];
        }

        Choose(energyInUse, energyLearning);
        Learn(error);
        // A filter that adds more than it takes away is worse than none.
        return energyInUse <= energy ? rest : heard.ToArray();
    }

    private static (float[] Re, float[] Im)[] Spectra(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (new float[Bins], new float[Bins]))];

    private static float[] Filled(float value)
    {
        var filled = new float[Bins];
        Array.Fill(filled, value);
        return filled;
    }

    private void Remember(ReadOnlySpan<short> played)
    {
        Array.Copy(_last, Block, _last, 0, Size - Block);
        for (var i = 0; i < Block; i++)
        {
            _last[Size - Block + i] = played[i] / 32_768f;
        }

        _newest = (_newest + _spoken.Length - 1) % _spoken.Length;
        _last.CopyTo(_re, 0);
        Array.Clear(_im);
        Forward(_spoken[_newest]);
    }

    private float[] Echo((float[] Re, float[] Im)[] filter)
    {
        var (re, im) = (new float[Bins], new float[Bins]);
        for (var p = 0; p < Partitions; p++)
        {
            var (x, w) = (Spoken(p), filter[p]);
            for (var k = 0; k < Bins; k += Vector<float>.Count)
            {
                var (xr, xi, wr, wi) = (At(x.Re, k), At(x.Im, k), At(w.Re, k), At(w.Im, k));
                (At(re, k) + xr * wr - xi * wi).CopyTo(re, k);
                (At(im, k) + xr * wi + xi * wr).CopyTo(im, k);
            }
        }

        Back((re, im));
        return _re[^Block..];
    }

    private void Learn(float[] error)
    {
        Array.Clear(_re);
        Array.Clear(_im);
        error.CopyTo(_re, Size - Block);
        var spectrum = (Re: new float[Bins], Im: new float[Bins]);
        Forward(spectrum);
        Expect(spectrum);
        for (var p = 0; p < Partitions; p++)
        {
            Learn(p, spectrum);
        }

        for (var i = 0; i < ConstrainedEachTime; i++)
        {
            Constrain(_learning[_constrained]);
            _constrained = (_constrained + 1) % Partitions;
        }
    }

    /// <summary>How strong the error may be: by what is not known of the echo, and by what others say.</summary>
    private void Expect((float[] Re, float[] Im) error)
    {
        for (var k = 0; k < Bins; k += Vector<float>.Count)
        {
            var (re, im) = (At(error.Re, k), At(error.Im, k));
            var strength = Smoothing * At(_strength, k) + (1 - Smoothing) * (re * re + im * im) / Share;
            strength.CopyTo(_strength, k);
            var echo = new Vector<float>(1e-6f);
            for (var p = 0; p < Partitions; p++)
            {
                var x = Spoken(p);
                var (xr, xi) = (At(x.Re, k), At(x.Im, k));
                echo += At(_doubt[p], k) * (xr * xr + xi * xi);
            }

            (echo + Vector.Max(strength - echo, LeastOfOthers * strength)).CopyTo(_expected, k);
        }
    }

    private void Learn(int partition, (float[] Re, float[] Im) error)
    {
        var (x, w, doubts) = (Spoken(partition), _learning[partition], _doubt[partition]);
        for (var k = 0; k < Bins; k += Vector<float>.Count)
        {
            var (xr, xi, er, ei) = (At(x.Re, k), At(x.Im, k), At(error.Re, k), At(error.Im, k));
            var doubt = At(doubts, k);
            var gain = doubt / At(_expected, k);
            var wr = At(w.Re, k) + gain * (xr * er + xi * ei);
            var wi = At(w.Im, k) + gain * (xr * ei - xi * er);
            wr.CopyTo(w.Re, k);
            wi.CopyTo(w.Im, k);
            var surer = doubt * (Vector<float>.One - Share * gain * (xr * xr + xi * xi));
            (surer + Forgetting * (wr * wr + wi * wi - surer + new Vector<float>(LeastDoubt))).CopyTo(doubts, k);
        }
    }

    /// <summary>A partition is two blocks long; what the circle adds beyond is taken out of a few in turn.</summary>
    private void Constrain((float[] Re, float[] Im) filter)
    {
        Back(filter);
        Array.Clear(_re, BlocksEach * Block, Size - BlocksEach * Block);
        Array.Clear(_im);
        Forward(filter);
    }

    /// <summary>What was learned is used once it does better: while others speak it may not.</summary>
    private void Choose(double inUse, double learning)
    {
        const double Memory = 0.8;
        _errorInUse = Memory * _errorInUse + (1 - Memory) * inUse;
        _learningError = Memory * _learningError + (1 - Memory) * learning;
        if (_learningError < ClearlyBetter * _errorInUse)
        {
            for (var p = 0; p < Partitions; p++)
            {
                _learning[p].Re.CopyTo(_inUse[p].Re, 0);
                _learning[p].Im.CopyTo(_inUse[p].Im, 0);
            }

            _errorInUse = _learningError;
        }
    }

    private (float[] Re, float[] Im) Spoken(int partition) => _spoken[(_newest + BlocksEach * partition) % _spoken.Length];

    private static Vector<float> At(float[] values, int k) => new(values, k);

    /// <summary>From the work space into the half of a spectrum.</summary>
    private void Forward((float[] Re, float[] Im) into)
    {
        _fourier.Forward(_re, _im);
        Array.Copy(_re, into.Re, Size / 2 + 1);
        Array.Copy(_im, into.Im, Size / 2 + 1);
    }

    /// <summary>From the half of a spectrum into the work space.</summary>
    private void Back((float[] Re, float[] Im) from)
    {
        Array.Copy(from.Re, _re, Size / 2 + 1);
        Array.Copy(from.Im, _im, Size / 2 + 1);
        for (var k = 1; k < Size / 2; k++)
        {
            (_re[Size - k], _im[Size - k]) = (from.Re[k], -from.Im[k]);
        }

        _fourier.Back(_re, _im);
    }
}
