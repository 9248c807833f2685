namespace Helm.Speech.Sessions;

/// <summary>Tells Helm's own voice from a person's: by likeness of the sound to what was played, and by what was played itself.</summary>
internal static class EchoGate
{
    private const double SameSound = 0.55;

    // Every fourth sample: an echo is found by its vowels.
    private const int Step = 4;

    /// <summary>How like the sound is to some stretch of what was played, from 0 to 1, whatever the delay and the loudness.</summary>
    public static double Likeness(ReadOnlySpan<short> heard, ReadOnlySpan<short> played)
    {
        var (h, p) = (Thinned(heard), Thinned(played));
        var best = 0.0;
        var energy = Energy(h);
        if (energy == 0)
        {
            return 0;
        }

        for (var lag = 0; lag + h.Length <= p.Length; lag++)
        {
            var stretch = p.AsSpan(lag, h.Length);
            var (product, own) = (0f, 0f);
            for (var i = 0; i < h.Length; i++)
            {
                product += h[i] * stretch[i];
                own += stretch[i] * stretch[i];
            }

            if (own > 0)
            {
                best = Math.Max(best, product * (double)product / (energy * own));
            }
        }

        return Math.Sqrt(best);
    }

    public static bool IsOwn(ReadOnlySpan<short> heard, ReadOnlySpan<short> played) => Likeness(heard, played) >= SameSound;

    private static float[] Thinned(ReadOnlySpan<short> samples)
    {
        // The mean of four is a crude filter and enough against mirrored tones.
        var thin = new float[samples.Length / Step];
        for (var i = 0; i < thin.Length; i++)
        {
            thin[i] = (samples[Step * i] + samples[Step * i + 1] + samples[Step * i + 2] + samples[Step * i + 3]) / (Step * 32_768f);
        }

        return thin;
    }

    private static double Energy(float[] samples) => samples.Sum(sample => (double)sample * sample);
}
