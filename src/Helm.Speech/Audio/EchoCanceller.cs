namespace Helm.Speech.Audio;

/// <summary>
/// Subtracts what a loudspeaker plays from what a microphone hears: an adaptive filter in partitioned blocks of the
/// frequency domain (Soo and Pang 1990). It learns in a shadow and is used once it does better than the one in use
/// (Ochiai 1977), so that a person who speaks at the same time does not spoil it.
/// </summary>
internal sealed class EchoCanceller
{
    private const int Block = SpeechFormat.FrameSamples;
    private const int Size = 1024;
    private const int Bins = Size;

    // 0.8 s of delay and echo.
    private const int Partitions = 40;

    private const float Step = 0.8f;

    // The share of the step that goes to where the echo has been found; the rest looks for it everywhere.
    private const float Sparse = 0.75f;
    private const float Smoothing = 0.9f;
    private const double ClearlyBetter = 0.8;

    private readonly Fourier _fourier = new(Size);
    private readonly (float[] Re, float[] Im)[] _spoken = Spectra();
    private readonly (float[] Re, float[] Im)[] _learning = Spectra();
    private readonly (float[] Re, float[] Im)[] _inUse = Spectra();
    private readonly float[] _power = new float[Bins];
    private readonly float[] _last = new float[Size];
    private readonly float[] _strength = new float[Partitions];
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

        Learn(error);
        Choose(energyInUse, energyLearning);
        // A filter that adds more than it takes away is worse than none.
        return energyInUse <= energy ? rest : heard.ToArray();
    }

    private static (float[] Re, float[] Im)[] Spectra() =>
        [.. Enumerable.Range(0, Partitions).Select(_ => (new float[Bins], new float[Bins]))];

    private void Remember(ReadOnlySpan<short> played)
    {
        Array.Copy(_last, Block, _last, 0, Size - Block);
        for (var i = 0; i < Block; i++)
        {
            _last[Size - Block + i] = played[i] / 32_768f;
        }

        _newest = (_newest + Partitions - 1) % Partitions;
        var (re, im) = _spoken[_newest];
        Array.Copy(_last, re, Size);
        Array.Clear(im);
        _fourier.Forward(re, im);
        for (var k = 0; k < Bins; k++)
        {
            _power[k] = Smoothing * _power[k] + (1 - Smoothing) * (re[k] * re[k] + im[k] * im[k]);
        }
    }

    private float[] Echo((float[] Re, float[] Im)[] filter)
    {
        var (re, im) = (new float[Size], new float[Size]);
        for (var p = 0; p < Partitions; p++)
        {
            var (x, w) = (_spoken[(_newest + p) % Partitions], filter[p]);
            for (var k = 0; k < Bins; k++)
            {
                re[k] += x.Re[k] * w.Re[k] - x.Im[k] * w.Im[k];
                im[k] += x.Re[k] * w.Im[k] + x.Im[k] * w.Re[k];
            }
        }

        _fourier.Back(re, im);
        return re[^Block..];
    }

    private void Learn(float[] error)
    {
        var (re, im) = (new float[Size], new float[Size]);
        error.CopyTo(re, Size - Block);
        _fourier.Forward(re, im);
        for (var k = 0; k < Bins; k++)
        {
            var gain = Step / (_power[k] * Partitions + 1e-3f);
            (re[k], im[k]) = (re[k] * gain, im[k] * gain);
        }

        var total = _strength.Sum() + 1e-6f;
        for (var p = 0; p < Partitions; p++)
        {
            var (x, w) = (_spoken[(_newest + p) % Partitions], _learning[p]);
            var share = 1 - Sparse + Sparse * Partitions * (_strength[p] + 1e-6f / Partitions) / total;
            for (var k = 0; k < Bins; k++)
            {
                w.Re[k] += share * (x.Re[k] * re[k] + x.Im[k] * im[k]);
                w.Im[k] += share * (x.Re[k] * im[k] - x.Im[k] * re[k]);
            }
        }

        Constrain();
    }

    /// <summary>A partition is a block long; what the circle adds beyond is taken out of a few in turn.</summary>
    private void Constrain()
    {
        const int EachTime = 4;
        for (var i = 0; i < EachTime; i++)
        {
            Constrain(_constrained);
            _constrained = (_constrained + 1) % Partitions;
        }

        var strongest = Array.IndexOf(_strength, _strength.Max());
        Constrain(strongest);
        Constrain((strongest + 1) % Partitions);
    }

    private void Constrain(int partition)
    {
        var (re, im) = _learning[partition];
        _fourier.Back(re, im);
        Array.Clear(re, Block, Size - Block);
        Array.Clear(im);
        var energy = 0f;
        for (var i = 0; i < Block; i++)
        {
            energy += re[i] * re[i];
        }

        _strength[partition] = MathF.Sqrt(energy);
        _fourier.Forward(re, im);
    }

    private void Choose(double inUse, double learning)
    {
        const double Memory = 0.8;
        _errorInUse = Memory * _errorInUse + (1 - Memory) * inUse;
        _learningError = Memory * _learningError + (1 - Memory) * learning;
        if (_learningError < ClearlyBetter * _errorInUse)
        {
            Copy(_learning, _inUse);
            _errorInUse = _learningError;
        }
        else if (_learningError > 4 * _errorInUse + 1e-9)
        {
            Copy(_inUse, _learning);
            _learningError = _errorInUse;
        }
    }

    private static void Copy((float[] Re, float[] Im)[] from, (float[] Re, float[] Im)[] to)
    {
        for (var p = 0; p < Partitions; p++)
        {
            from[p].Re.CopyTo(to[p].Re, 0);
            from[p].Im.CopyTo(to[p].Im, 0);
        }
    }
}
