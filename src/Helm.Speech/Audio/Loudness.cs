namespace Helm.Speech.Audio;

/// <summary>How the loudness of sound rises and falls, which is much the same in every corner of a room.</summary>
public static class Loudness
{
    private const double Same = 0.8;

    // Devices are woken up to a third of a second apart.
    private const int MostFramesApart = 16;

    /// <summary>Whether two microphones heard the same words at about the same time.</summary>
    public static bool IsSame(ReadOnlySpan<short> one, ReadOnlySpan<short> other)
    {
        var (a, b) = (Course(one), Course(other));
        var best = 0.0;
        for (var apart = -MostFramesApart; apart <= MostFramesApart; apart++)
        {
            var overlap = Math.Min(a.Length, b.Length) - Math.Abs(apart);
            if (overlap > MostFramesApart)
            {
                best = Math.Max(best, Correlation(
                    a.AsSpan(Math.Max(0, apart), overlap), b.AsSpan(Math.Max(0, -apart), overlap)));
            }
        }

        return best >= Same;
    }

    /// <summary>The root of the mean square.</summary>
    internal static double Of(ReadOnlySpan<short> samples) => Math.Sqrt(Energy(samples) / Math.Max(1, samples.Length));

    /// <summary>The sum of the squares.</summary>
    internal static double Energy(ReadOnlySpan<short> samples)
    {
        var energy = 0.0;
        foreach (var sample in samples)
        {
            energy += (double)sample * sample;
        }

        return energy;
    }

    /// <summary>The quietest moment of a sound; all of it where it is shorter.</summary>
    internal static ReadOnlySpan<short> Quietest(ReadOnlySpan<short> samples, TimeSpan duration) => Foremost(samples, duration, sign: -1);

    /// <summary>The loudest stretch of a sound; all of it where it is shorter.</summary>
    internal static ReadOnlySpan<short> Loudest(ReadOnlySpan<short> samples, TimeSpan duration) => Foremost(samples, duration, sign: 1);

    private static ReadOnlySpan<short> Foremost(ReadOnlySpan<short> samples, TimeSpan duration, int sign)
    {
        var frames = Math.Max(1, SpeechFormat.Samples(duration) / SpeechFormat.FrameSamples);
        var course = Course(samples);
        var (foremost, most) = (0, double.MinValue);
        for (var i = 0; i + frames <= course.Length; i++)
        {
            var loudness = sign * Mean(course.AsSpan(i, frames));
            if (loudness > most)
            {
                (foremost, most) = (i, loudness);
            }
        }

        return course.Length <= frames
            ? samples
            : samples.Slice(foremost * SpeechFormat.FrameSamples, frames * SpeechFormat.FrameSamples);
    }

    private static double[] Course(ReadOnlySpan<short> samples)
    {
        var course = new double[samples.Length / SpeechFormat.FrameSamples];
        for (var i = 0; i < course.Length; i++)
        {
            course[i] = Math.Log(1e4 + Energy(samples.Slice(i * SpeechFormat.FrameSamples, SpeechFormat.FrameSamples)));
        }

        return course;
    }

    private static double Correlation(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (meanA, meanB) = (Mean(a), Mean(b));
        var (product, squareA, squareB) = (0.0, 1e-9, 1e-9);
        for (var i = 0; i < a.Length; i++)
        {
            product += (a[i] - meanA) * (b[i] - meanB);
            squareA += (a[i] - meanA) * (a[i] - meanA);
            squareB += (b[i] - meanB) * (b[i] - meanB);
        }

        return product / Math.Sqrt(squareA * squareB);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / Math.Max(1, values.Length);
    }
}
