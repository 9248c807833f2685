using System.Diagnostics;
using Helm.Speech.Audio;
using Helm.Speech.Wake;

namespace Helm.Speech.Tests.Wake;

/// <summary>What people say on a telephone system does not wake Helm: Debian's 28 minutes of recorded prompts, by a human voice.</summary>
public sealed class FalseWakeTests
{
    private const string Missing = "the telephone prompts (asterisk-core-sounds-en-g722), ffmpeg or the speech engines are not installed";
    private const string Prompts = "/usr/share/asterisk/sounds";

    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("HELM_SOAK") is not null;

    public static bool IsInstalled => Installed.Engines && Directory.Exists(Prompts) && Directory.EnumerateFiles(Prompts, "*.g722", SearchOption.AllDirectories).Any()
        && Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "ffmpeg")));

    [Fact(Skip = Missing, SkipUnless = nameof(IsInstalled))]
    public void People_who_talk_of_other_things_wake_it_at_most_three_times_an_hour()
    {
        using var recordings = new Recordings();
        using var engines = Installed.EnginesOf(new());
        using var listener = engines.Wake.Listen();
        var samples = Spoken(recordings, IsSoak ? 1 : 12);

        var wakes = Wakes(listener, samples).ToList();

        var hours = SpeechFormat.DurationOf(samples.Length).TotalHours;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{wakes.Count} false wakes in {hours * 60:F1} minutes ({wakes.Count / hours:F1} an hour) at: {string.Join(", ", wakes.Select(at => at.ToString(@"mm\:ss\.f", null)))}");
        Assert.InRange(wakes.Count, 0, Math.Max(1, 3 * hours));
    }

    [Fact(Skip = Missing, SkipUnless = nameof(IsInstalled))]
    public void People_who_talk_of_other_things_while_Helm_speaks_hardly_ever_stop_it()
    {
        using var recordings = new Recordings();
        using var engines = Installed.EnginesOf(new());
        using var listener = engines.Wake.Listen();
        var samples = Spoken(recordings, IsSoak ? 1 : 20);

        var stops = Enumerable.Range(0, samples.Length / SpeechFormat.FrameSamples)
            .Select(frame => listener.PushWhileSpeaking(samples.AsSpan(frame * SpeechFormat.FrameSamples, SpeechFormat.FrameSamples))?.Stop)
            .OfType<string>().ToList();

        var minutes = SpeechFormat.DurationOf(samples.Length).TotalMinutes;
        TestContext.Current.TestOutputHelper?.WriteLine($"stopped {stops.Count} times in {minutes:F1} minutes: {string.Join(", ", stops)}");
        Assert.InRange(stops.Count, 0, Math.Max(1, minutes));
    }

    /// <summary>As a session hears it: after a wake nothing is heard until the sentence is over, and then it begins anew.</summary>
    private static IEnumerable<TimeSpan> Wakes(IWakeListener listener, short[] samples)
    {
        for (var at = 0; at + SpeechFormat.FrameSamples <= samples.Length; at += SpeechFormat.FrameSamples)
        {
            if (listener.Push(samples.AsSpan(at, SpeechFormat.FrameSamples)) is not null)
            {
                listener.Reset();
                yield return SpeechFormat.DurationOf(at);
            }
        }
    }

    /// <summary>Every so many-th prompt; G.722 is a plain stream, so files can be joined as they are.</summary>
    private static short[] Spoken(Recordings recordings, int every)
    {
        var (joined, file) = (recordings.NewFile("g722"), recordings.NewFile());
        using (var all = File.Create(joined))
        {
            foreach (var prompt in Directory.EnumerateFiles(Prompts, "*.g722", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, i) => i % every == 0))
            {
                all.Write(File.ReadAllBytes(prompt));
            }
        }

        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-f", "g722", "-i", joined, "-ar", "16000", "-ac", "1", file]);
        ffmpeg.WaitForExit();
        return WavReader.Read(file);
    }
}
