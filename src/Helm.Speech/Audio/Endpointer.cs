namespace Helm.Speech.Audio;

/// <summary>Tells speech from silence by loudness over a floor that follows the room.</summary>
/// <param name="floor">Loudness of the background in dB of full scale where it is known.</param>
internal sealed class Endpointer(double floor = Endpointer.QuietestFloor)
{
    private const double SpeechAboveFloor = 9;
    private const double QuietestFloor = -62;
    private const int FloorFrames = 150;

    private readonly Queue<double> _recent = new(FloorFrames);

    public double Floor { get; private set; } = floor;

    /// <summary>Frames of speech since the last reset.</summary>
    public int SpeechFrames { get; private set; }

    /// <summary>Frames since speech was last heard.</summary>
    public int SilentFrames { get; private set; }

    public void Push(ReadOnlySpan<short> frame)
    {
        var loudness = Loudness(frame);
        if (_recent.Count == FloorFrames)
        {
            _recent.Dequeue();
            // Even long sentences have gaps; the quietest moment of three seconds is the room.
            Floor = Math.Max(QuietestFloor, _recent.Min());
        }

        _recent.Enqueue(loudness);
        if (loudness > Floor + SpeechAboveFloor)
        {
            SpeechFrames++;
            SilentFrames = 0;
        }
        else
        {
            SilentFrames++;
        }
    }

    public void Reset() => SpeechFrames = SilentFrames = 0;

    /// <summary>The background of a whole recording: its quietest tenth.</summary>
    public static double FloorOf(ReadOnlySpan<short> samples)
    {
        var frames = new List<double>(samples.Length / SpeechFormat.FrameSamples + 1);
        for (; samples.Length >= SpeechFormat.FrameSamples; samples = samples[SpeechFormat.FrameSamples..])
        {
            frames.Add(Loudness(samples[..SpeechFormat.FrameSamples]));
        }

        frames.Sort();
        return frames.Count == 0 ? QuietestFloor : Math.Clamp(frames[frames.Count / 10], QuietestFloor, -25);
    }

    private static double Loudness(ReadOnlySpan<short> frame)
    {
        var energy = 1.0;
        foreach (var sample in frame)
        {
            energy += (double)sample * sample;
        }

        return 10 * Math.Log10(energy / Math.Max(1, frame.Length) / (32_768.0 * 32_768.0));
    }
}
