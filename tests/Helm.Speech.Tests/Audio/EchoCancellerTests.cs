using Helm.Speech.Audio;

namespace Helm.Speech.Tests.Audio;

/// <summary>How much of what is played is taken out of what is heard, in decibels.</summary>
public sealed class EchoCancellerTests : IDisposable
{
    private readonly Recordings _recordings = new();

    [Fact(Skip = Installed.NoFlite, SkipUnless = nameof(Installed.Flite), SkipType = typeof(Installed))]
    public void An_echo_is_gone_after_two_seconds_and_a_person_who_speaks_meanwhile_is_still_heard()
    {
        var played = Sound("slt", "Production is healthy. All twelve resources are fine, the error rate is zero point one percent, the database has plenty of room, and nobody has complained since this morning.");
        var echo = new double[played.Length];
        for (var i = 2_750; i < echo.Length; i++)
        {
            echo[i] = 0.3 * (played[i - 2_400] + 0.4 * played[i - 2_750]);
        }

        var person = new short[played.Length];
        Sound("rms", "hey helm, show me the dashboard").CopyTo(person, 80_000);
        var heard = echo.Zip(person, (e, p) => (short)Math.Clamp(e + p, short.MinValue, short.MaxValue)).ToArray();

        var rest = Cancelled(heard, played);

        var gone = Energy(heard[32_000..80_000]) - Energy(rest[32_000..80_000]);
        var spoilt = rest.Zip(person, (r, p) => (short)Math.Clamp(r - p, short.MinValue, short.MaxValue)).ToArray()[80_000..112_000];
        TestContext.Current.TestOutputHelper?.WriteLine($"echo gone {gone:F1} dB, person over the rest {Energy(person[80_000..112_000]) - Energy(spoilt):F1} dB, before {Energy(person[80_000..112_000]) - Energy([.. echo[80_000..112_000].Select(e => (short)e)]):F1} dB");
        Assert.InRange(gone, 10, 200);
        Assert.InRange(Energy(person[80_000..112_000]) - Energy(spoilt), 10, 200);
    }

    [Fact]
    public void Without_anything_played_nothing_is_changed()
    {
        var random = new Random(3);
        short[] heard = [.. Enumerable.Range(0, 16_000).Select(_ => (short)random.Next(-3_000, 3_000))];

        Assert.Equal(heard, Cancelled(heard, new short[heard.Length]));
    }

    public void Dispose() => _recordings.Dispose();

    private short[] Sound(string voice, string words) => WavReader.Read(_recordings.Of(voice, words));

    private static short[] Cancelled(short[] heard, short[] played)
    {
        var canceller = new EchoCanceller();
        var rest = new List<short>();
        for (var at = 0; at + SpeechFormat.FrameSamples <= heard.Length; at += SpeechFormat.FrameSamples)
        {
            rest.AddRange(canceller.Remove(heard.AsSpan(at, SpeechFormat.FrameSamples), played.AsSpan(at, SpeechFormat.FrameSamples)));
        }

        return [.. rest, .. heard[rest.Count..]];
    }

    private static double Energy(short[] samples) => 10 * Math.Log10(samples.Sum(sample => (double)sample * sample) + 1);
}
