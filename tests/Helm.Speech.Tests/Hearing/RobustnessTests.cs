using Helm.Speech.Audio;
using Helm.Speech.Hearing;

namespace Helm.Speech.Tests.Hearing;

/// <summary>Bad sound is heard as nothing, or as what was said; never as something else, and never badly enough to end Helm.</summary>
public sealed class RobustnessTests(HearingFixture fixture) : IClassFixture<HearingFixture>
{
    private const string Change = "restart session cache in staging";

    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("HELM_SOAK") is not null;

    public static TheoryData<string> Kinds => ["nothing", "one sample", "half a frame", "silence", "full scale", "square", "clicks", "white noise", "loud noise", "sweep", "hum"];

    [Theory(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    [MemberData(nameof(Kinds))]
    public void Sound_that_is_no_speech_is_nothing_to_act_on(string kind)
    {
        var sound = Sound(kind);

        Assert.False(fixture.Ear.Hear(sound, kind, requireWake: true).Woke);
        Assert.False(fixture.Ear.Hear(sound, kind, requireWake: false).Accepted);
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void A_change_that_is_cut_anywhere_is_never_another_change()
    {
        var whole = WavReader.Read(fixture.Recordings.Of("rms", Change));
        var pieces = IsSoak ? 60 : 12;
        for (var piece = 1; piece <= pieces; piece++)
        {
            var at = whole.Length * piece / pieces;

            Assert.All([Heard(whole[..at]), Heard(whole[^at..])], Harmless);
        }
    }

    [Theory(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    [InlineData(4.0)]
    [InlineData(20.0)]
    [InlineData(400.0)]
    [InlineData(0.02)]
    [InlineData(0.001)]
    public void A_change_that_is_clipped_or_hardly_to_be_heard_is_itself_or_nothing(double gain)
    {
        var said = WavReader.Read(fixture.Recordings.Of("slt", Change));

        Harmless(Heard([.. said.Select(sample => (short)Math.Clamp(sample * gain, short.MinValue, short.MaxValue))]));
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void In_ten_minutes_the_one_command_at_the_end_is_found()
    {
        var random = new Random(3);
        short[] room = [.. Enumerable.Range(0, 10 * 60 * SpeechFormat.SampleRate).Select(_ => (short)random.Next(-12, 13))];
        var said = WavReader.Read(fixture.Recordings.Of("slt", "hey helm, show me the dashboard"));

        var heard = fixture.Ear.Hear([.. room, .. said, .. room[..8_000]], "ten minutes", requireWake: true);

        Assert.Equal((true, "show me the dashboard"), (heard.Accepted, heard.Text));
    }

    [Fact(Skip = Installed.NoEngines, SkipUnless = nameof(Installed.Engines), SkipType = typeof(Installed))]
    public void Broken_files_are_errors_that_say_what_is_wrong_and_the_next_one_is_heard()
    {
        var good = fixture.Recordings.Of("slt", "hey helm, status of production");
        var bytes = File.ReadAllBytes(good);
        var broken = fixture.Recordings.NewFile();
        foreach (var length in (int[])[0, 3, 12, 20, 43, 44, bytes.Length / 2])
        {
            File.WriteAllBytes(broken, bytes[..length]);

            Assert.NotEmpty(fixture.Hear(broken).Error!);
        }

        Assert.Equal("status of production", fixture.Hear(good).Text);
    }

    private HearResult Heard(short[] samples) => fixture.Ear.Hear(samples, "piece", requireWake: false);

    /// <summary>The whole sentence, or so much of it as makes sense.</summary>
    private static void Harmless(HearResult heard) =>
        Assert.True(!heard.Accepted || !heard.Transcript.NeedsConfirmation || Change.StartsWith(heard.Text, StringComparison.Ordinal), heard.Text);

    private static short[] Sound(string kind)
    {
        const int Length = 3 * SpeechFormat.SampleRate;
        var random = new Random(17);
        Func<int, double> wave = kind switch
        {
            "full scale" => _ => 1,
            "square" => i => i / 40 % 2 == 0 ? 1 : -1,
            "clicks" => i => i % 1_600 == 0 ? 1 : 0,
            "white noise" => _ => random.NextDouble() * 0.1 - 0.05,
            "loud noise" => _ => random.NextDouble() * 2 - 1,
            "sweep" => i => Math.Sin(Math.PI * 4_000 * i * ((double)i / Length) / SpeechFormat.SampleRate),
            "hum" => i => 0.3 * Math.Sin(2 * Math.PI * 50 * i / SpeechFormat.SampleRate),
            _ => _ => 0,
        };
        var length = kind switch { "nothing" => 0, "one sample" => 1, "half a frame" => SpeechFormat.FrameSamples / 2, _ => Length };
        return [.. Enumerable.Range(0, length).Select(i => (short)(wave(i) * short.MaxValue))];
    }
}
