using System.Diagnostics;
using Helm.Conversation.Intents;

namespace Helm.Benchmarks.Language;

/// <summary>Start, memory and speed of Helm's own table on one core, in a process that does nothing else.</summary>
internal static class TableSpeed
{
    public const string ChildName = "language-child";

    /// <summary>Long enough for the runtime to have compiled for good what is measured.</summary>
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(6);

    public static async Task RunAsync(string? said)
    {
        using var child = Child.Start("dotnet", typeof(TableSpeed).Assembly.Location, ChildName, said ?? "");
        foreach (var part in new[] { "start", "speed", "memory" })
        {
            Console.WriteLine(await child.LineAsync($"table, {part}:"));
        }
    }

    /// <summary>What the child does.</summary>
    public static void Measure(string file)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (table, said) = Start(file);
        Pass(table, said);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        for (var warm = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(warm) < Warming;)
        {
            Pass(table, said);
        }

        var (latencies, processor) = (new Latencies(), Processor());
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Measuring)
        {
            Pass(table, said, latencies);
        }

        var took = Stopwatch.GetElapsedTime(started);
        processor = Processor() - processor;
        Say($"table, speed: {latencies.Count / took.TotalSeconds:0} utterances/s by the clock, {latencies.Count / processor.TotalSeconds:0} by processor time on one core (goal 40000), p50 {latencies.Percentile(50):0.000} ms, p99 {latencies.Percentile(99):0.000} ms (goal 0.2), {said.Count} sentences, {said.Count(entry => !entry.InScope)} of them out of scope");
        Say($"table, memory: {kept / 1048576.0:0.0} MB kept by the table, the names and what was learned (goal 60); the whole process {Environment.WorkingSet / 1048576.0:0} MB");
        GC.KeepAlive(table);
    }

    /// <summary>Without anything learned before, and then as every later start.</summary>
    private static (IntentTable Table, IReadOnlyList<OwnTable.Sentence> Said) Start(string file)
    {
        var models = Directory.CreateTempSubdirectory("helm-bench-models").FullName;
        try
        {
            var started = Stopwatch.GetTimestamp();
            var first = IntentTable.Load(OwnTable.Folder, models);
            var loaded = Stopwatch.GetElapsedTime(started);
            var said = OwnTable.Said(first, file);
            first.Match(OwnTable.Unclaimed, OwnTable.Names, TurnContext.Empty);
            var learned = Stopwatch.GetElapsedTime(started) - loaded;
            started = Stopwatch.GetTimestamp();
            var table = IntentTable.Load(OwnTable.Folder, models);
            table.Match(OwnTable.Unclaimed, OwnTable.Names, TurnContext.Empty);
            Say($"table, start: loaded in {loaded.TotalSeconds:0.00} s, classifier trained in {learned.TotalSeconds:0.00} s (goal 3); a later start loads and guesses after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s");

            return (table, said);
        }
        finally
        {
            Directory.Delete(models, recursive: true);
        }
    }

    private static void Pass(IntentTable table, IReadOnlyList<OwnTable.Sentence> said, Latencies? latencies = null)
    {
        foreach (var (text, context, _) in said)
        {
            var begun = Stopwatch.GetTimestamp();
            table.Match(text, OwnTable.Names, context);
            latencies?.Add(Stopwatch.GetElapsedTime(begun));
        }
    }

    private static TimeSpan Processor()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
