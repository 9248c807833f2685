using Helm.Speech.Audio;

namespace Helm.Speech.Sessions;

/// <summary>Short sounds that say what words would take too long to say.</summary>
internal static class Earcon
{
    private const double Loudness = 0.12 * short.MaxValue;
    private static readonly TimeSpan Tone = TimeSpan.FromSeconds(0.07);

    /// <summary>Rising: Helm listens.</summary>
    public static short[] Listening { get; } = Tones(660, 880);

    /// <summary>Falling: Helm is done.</summary>
    public static short[] Done { get; } = Tones(880, 660);

    /// <summary>Low, twice: not understood.</summary>
    public static short[] NotUnderstood { get; } = Tones(330, 0, 330);

    private static short[] Tones(params ReadOnlySpan<double> frequencies)
    {
        var length = SpeechFormat.Samples(Tone);
        var samples = new List<short>(frequencies.Length * length);
        foreach (var frequency in frequencies)
        {
            for (var i = 0; i < length; i++)
            {
                // Each tone swells and fades, or it would click.
                var swell = Math.Sin(Math.PI * i / length);
                samples.Add((short)(Loudness * swell * Math.Sin(2 * Math.PI * frequency * i / SpeechFormat.SampleRate)));
            }
        }

        return [.. samples];
    }
}
