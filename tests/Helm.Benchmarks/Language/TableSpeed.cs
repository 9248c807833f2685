using System.Diagnostics;
using Helm.Conversation.Intents;

namespace Helm.Benchmarks.Language;

/// <summary>Load, memory and speed of Helm's own table, on one core, over its own examples.</summary>
internal static class TableSpeed
{
    private const int Rounds = 40;

    public static void Run()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var table = IntentTable.Load(OwnTable.Folder);
        var loaded = Stopwatch.GetElapsedTime(started);
        var said = OwnTable.Said(table);
        Once(table, said);
        var ready = Stopwatch.GetElapsedTime(started);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        var latencies = new Latencies();
        var took = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            // The first half warms up.
            if (round == Rounds / 2)
            {
                latencies = new Latencies();
                took = TimeSpan.Zero;
            }

            foreach (var (text, context) in said)
            {
                var begun = Stopwatch.GetTimestamp();
                table.Match(text, OwnTable.Names, context);
                var one = Stopwatch.GetElapsedTime(begun);
                latencies.Add(one);
                took += one;
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"table: {said.Length * (Rounds / 2) / took.TotalSeconds:0} utterances/s on one core (goal 40000), p50 {latencies.Percentile(50):0.000} ms, p99 {latencies.Percentile(99):0.000} ms (goal 0.2), {said.Length} sentences"));
        Console.WriteLine(FormattableString.Invariant(
            $"table: loaded in {loaded.TotalSeconds:0.00} s, every sentence understood once after {ready.TotalSeconds:0.00} s (goal 3), {memory / 1048576.0:0.0} MB kept (goal 60)"));
    }

    private static void Once(IntentTable table, (string Text, TurnContext Context)[] said)
    {
        foreach (var (text, context) in said)
        {
            table.Match(text, OwnTable.Names, context);
        }
    }
}
