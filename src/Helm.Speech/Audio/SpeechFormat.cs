namespace Helm.Speech.Audio;

/// <summary>The one form of sound that the engines hear: 16 kHz, one channel, 16 bits, in frames of 20 ms.</summary>
public static class SpeechFormat
{
    public const int SampleRate = 16_000;

    public const int FrameSamples = 320;

    public static TimeSpan DurationOf(long samples) => TimeSpan.FromSeconds((double)samples / SampleRate);

    public static int Samples(TimeSpan duration) => (int)(duration.TotalSeconds * SampleRate);
}
