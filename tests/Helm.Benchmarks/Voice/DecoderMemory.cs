using System.Diagnostics;
using System.Globalization;

namespace Helm.Benchmarks.Voice;

/// <summary>The memory of the decoders, in a process that has nothing else.</summary>
internal static class DecoderMemory
{
    public const string ChildName = "decoder-memory-child";

    private const long Megabyte = 1 << 20;

    public static async Task ShowAsync()
    {
        using var child = Child.Start(Environment.ProcessPath!, [.. Entry, ChildName]);
        var told = (await child.LineAsync("decoders")).Split(' ');
        var (wake, all) = (told[1], told[2]);
        VoiceBenchmark.Say("memory of the four decoders", $"{all} MB", "<= 120 MB", $"resident, over the program without them; the two of the wake phrase {wake} MB");
    }

    /// <summary>In the child: the language first, since whoever understands text has it anyway.</summary>
    public static async Task MeasureAsync()
    {
        using var hearing = new Hearing();
        // Speech once through everything but the decoders: what .NET itself needs is not theirs.
        _ = await hearing.Engines.CheckAsync(CancellationToken.None);
        hearing.Understand("is anything the matter anywhere");
        var before = Resident();
        using var listener = hearing.Engines.Wake.Listen();
        Hear(listener);
        var wake = Resident() - before;
        await hearing.LearnAsync();
        using var sentence = hearing.Engines.Transcription.Begin(null);
        sentence.Push(SpokenScript.Silence(2));
        await sentence.EndAsync(CancellationToken.None);
        var all = Resident() - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"decoders {wake / Megabyte} {all / Megabyte}"));
    }

    private static void Hear(Speech.Wake.IWakeListener listener)
    {
        var silence = SpokenScript.Silence(2);
        for (var at = 0; at + 320 <= silence.Length; at += 320)
        {
            listener.Push(silence.AsSpan(at, 320));
        }
    }

    private static string[] Entry => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

    private static long Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
