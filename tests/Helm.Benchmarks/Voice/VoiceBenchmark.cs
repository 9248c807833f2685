using System.Diagnostics;
using System.Globalization;
using Helm.Speech.Audio;

namespace Helm.Benchmarks.Voice;

/// <summary>What talking costs: how soon Helm listens, understands and speaks; what it takes to wait; how many can talk at once.</summary>
internal static class VoiceBenchmark
{
    private const string Answer = "All is well.";

    // Each command by each voice once.
    private const int Turns = 30;
    private const int Doors = 8;
    private const int Cores = 2;
    private const double Between = 3;

    public static async Task RunAsync()
    {
        using var script = new SpokenScript();
        using var hearing = new Hearing();
        await hearing.LearnAsync();

        var sound = Conversation(script, first: 0, Turns);
        var alone = await TalkAsync(hearing, sound);
        Say("end of speech to text, p95", $"{alone.Text.Percentile(95):0} ms", "<= 700 ms",
            $"p50 {alone.Text.Percentile(50):0} ms; {hearing.EndSilence.TotalMilliseconds:0} ms of it are the silence that ends a sentence; the slowest {alone.Text.Percentile(100):0} ms; {alone.Text.Count} of {Turns} sentences");
        Say("wake phrase to listening, p95", $"{alone.Wake.Percentile(95):0} ms", "<= 500 ms", $"p50 {alone.Wake.Percentile(50):0} ms");
        Say("text to first audio, p95", $"{alone.Audio.Percentile(95):0.0} ms", "<= 50 ms", $"p50 {alone.Audio.Percentile(50):0.0} ms");

        await IdleAsync(hearing, "idle in silence", SpokenScript.Silence(60), 0.01);
        var (whose, talk) = script.Talk();
        await IdleAsync(hearing, $"idle while {whose} talks", talk, 0.06);
        await DecoderMemory.ShowAsync();
        await ManyAsync(hearing, script);
    }

    private static async Task IdleAsync(Hearing hearing, string what, short[] sound, double goal)
    {
        var length = SpeechFormat.DurationOf(sound.Length);
        // The first pass loads what is loaded once.
        await hearing.TalkAsync(new PlayedDoor(sound[..SpeechFormat.SampleRate], inRealTime: false), Answer, _ => { });
        var before = Environment.CpuUsage.TotalTime;
        await hearing.TalkAsync(new PlayedDoor(sound, inRealTime: false), Answer, _ => { });
        var session = Environment.CpuUsage.TotalTime - before;

        using var bare = hearing.Engines.Wake.Listen();
        before = Environment.CpuUsage.TotalTime;
        for (var at = 0; at + SpeechFormat.FrameSamples <= sound.Length; at += SpeechFormat.FrameSamples)
        {
            if (bare.Push(sound.AsSpan(at, SpeechFormat.FrameSamples)) is not null)
            {
                bare.Reset();
            }
        }

        var floor = Environment.CpuUsage.TotalTime - before;
        Say(what, $"{session / length:P2} of a core", $"<= {goal:P0}",
            $"the wake decoder alone {floor / length:P2}: {session / Max(floor):0.00} times that");
    }

    private static async Task ManyAsync(Hearing hearing, SpokenScript script)
    {
        short[][] sounds = [.. Enumerable.Range(0, Doors).Select(door => Conversation(script, first: door * 5, turns: 6))];
        var (before, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var all = await Task.WhenAll(sounds.Select(sound => Task.Run(() => TalkAsync(hearing, sound))));
        var (used, length) = (Environment.CpuUsage.TotalTime - before, SpeechFormat.DurationOf(sounds.Max(sound => sound.Length)));
        var late = all.Max(stages => stages.Late.Percentile(99));
        Say($"{Doors} conversations at once", $"{used / length / Cores:P0} of {Cores} cores", "< 100 %",
            $"{length.TotalSeconds:0} s of sound each, done after {clock.Elapsed.TotalSeconds:0.0} s; the worst door's frames came late by p99 {late:0} ms; "
            + $"end of speech to text p95 {all.Max(stages => stages.Text.Percentile(95)):0} ms");
    }

    private static short[] Conversation(SpokenScript script, int first, int turns) =>
        [.. SpokenScript.Silence(1), .. Enumerable.Range(first, turns).SelectMany(number => script.Command(number).Concat(SpokenScript.Silence(Between)))];

    private static async Task<StageTimes> TalkAsync(Hearing hearing, short[] sound)
    {
        var door = new PlayedDoor(sound, inRealTime: true);
        var times = new StageTimes(door.Late);
        await hearing.TalkAsync(door, Answer, times.Take);
        return times;
    }

    private static TimeSpan Max(TimeSpan floor) => floor > TimeSpan.FromTicks(1) ? floor : TimeSpan.FromTicks(1);

    public static void Say(string what, string measured, string goal, string more) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-34} {measured,-20} goal {goal,-12} ({more})"));
}
