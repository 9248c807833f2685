using System.Diagnostics;
using System.Globalization;
using System.Text;
using Helm.Operations.Investigation.LogPatterns;

namespace Helm.Benchmarks.Operate;

/// <summary>Log lines grouped by template on one core, from text to JSON lines; the floor reads and splits the same text.</summary>
internal static class LogGrouping
{
    private const int Lines = 500_000;
    private const int Rounds = 3;

    public static void Run()
    {
        var text = Encoding.UTF8.GetBytes(Made());
        var (grouped, split) = (0.0, 0.0);
        var templates = 0;
        for (var round = 0; round < Rounds; round++)
        {
            split = Math.Max(split, Rate(() => Split(text)));
            grouped = Math.Max(grouped, Rate(() => templates = Grouped(text)));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"operate, log grouping: {grouped:0} lines/s on one core (goal 300000), {templates} templates in {Lines} lines of {text.Length / Lines} bytes; floor: read and split at white space {split:0} lines/s"));
    }

    private static double Rate(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Lines / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static int Grouped(byte[] text)
    {
        using var reader = new StreamReader(new MemoryStream(text));
        return GroupedLines.Write(reader, Stream.Null).Templates;
    }

    private static void Split(byte[] text)
    {
        using var reader = new StreamReader(new MemoryStream(text));
        var words = 0L;
        while (reader.ReadLine() is { } line)
        {
            words += line.Split(' ').Length;
        }

        GC.KeepAlive(words);
    }

    /// <summary>Forty statements of a shop's services, with addresses, ids, durations, paths and names in them.</summary>
    private static string Made()
    {
        var random = new Random(1);
        string[] subjects = ["order", "invoice", "session", "basket", "shipment"];
        string[] happenings =
        [
            "{0} {1} accepted from 10.0.{2}.{3}:{4} in {2} ms",
            "Connection timeout to orders-db for {0} id={1} after {4} ms (pool 100/100)",
            "GET /api/v1/{0}/{1} HTTP/1.1 status: 200 len: {4} time: 0.{3}{2}",
            "[{0}: b9000564-fe1a-409b-b8cc-1e88b294{4:x4}] Took {2}.{3} seconds to build",
            "Writing {4} bytes (1.{2} KB) of {0} to /var/lib/shop/{2}/{3}.dat for user u{1}",
            "Retrying {0} {1}: already tried {2} time(s); retry policy is fixed(maxRetries=10, sleep={4} ms)",
            "cache miss key=\"{0}:{1}\" region=eu-{2} ttl={3}s node=redis-{2}",
            "{0} worker {2} took message 0x{4:x8} from queue shop-{0}-{3}",
        ];
        var text = new StringBuilder();
        for (var line = 0; line < Lines; line++)
        {
            text.AppendFormat(
                CultureInfo.InvariantCulture, happenings[random.Next(happenings.Length)], subjects[random.Next(subjects.Length)],
                random.Next(1_000_000), random.Next(256), random.Next(256), random.Next(1024, 65536)).Append('\n');
        }

        return text.ToString();
    }
}
