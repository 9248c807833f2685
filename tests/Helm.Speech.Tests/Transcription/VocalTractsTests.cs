using Helm.Speech.Audio;
using Helm.Speech.Transcription;

namespace Helm.Speech.Tests.Transcription;

/// <summary>The same sound as other voices would have made it.</summary>
public sealed class VocalTractsTests
{
    [Fact]
    public void Are_a_longer_and_a_shorter_one()
    {
        var tone = Tone(400, seconds: 1);

        double[] heard = [.. VocalTracts.Of(tone).Select(Pitch)];

        Assert.Equal([372, 428], heard, (expected, actual) => Math.Abs(expected - actual) < 4);
    }

    [Fact]
    public void Are_not_tried_on_what_is_longer_than_a_command() => Assert.Empty(VocalTracts.Of(Tone(400, seconds: 9)));

    private static short[] Tone(double pitch, int seconds) =>
        [.. Enumerable.Range(0, seconds * SpeechFormat.SampleRate).Select(i => (short)(10_000 * Math.Sin(2 * Math.PI * pitch * i / SpeechFormat.SampleRate)))];

    /// <summary>By how often it crosses zero upwards.</summary>
    private static double Pitch(short[] samples) =>
        samples.Zip(samples.Skip(1)).Count(pair => pair is { First: < 0, Second: >= 0 }) * (double)SpeechFormat.SampleRate / samples.Length;
}
