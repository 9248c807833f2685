using System.Globalization;
using System.Text.Json;
using Helm.Operations.Investigation.Cases;
using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Reports;

namespace Helm.Operations.Tests.Investigation;

/// <summary>Writes a case of a small shop into a folder: two hours, a value a minute, the trouble in the second one.</summary>
internal sealed class CaseBuilder : IDisposable
{
    public const int Onset = 60;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly Analyst Analyst = Analyst.Load();

    private readonly Random _random = new(5);

    public CaseBuilder(string alerted = "web")
    {
        foreach (var part in new[] { "metrics", "logs" })
        {
            Directory.CreateDirectory(Path.Combine(Folder, part));
        }

        Write("alert.json", $$"""{"title":"Error rate of {{alerted}} is high","service":"{{alerted}}","timestamp":"{{Iso(Onset + 10)}}"}""");
        Write("topology.json", """
            {"components":[{"name":"web","type":"service"},{"name":"checkout","type":"service"},{"name":"payment","type":"service"},{"name":"orders-db","type":"database"}],
             "edges":[{"from":"web","to":"checkout"},{"from":"checkout","to":"payment"},{"from":"checkout","to":"orders-db"}]}
            """);
        foreach (var name in new[] { "web", "checkout", "payment" })
        {
            Metric(name, "error_rate_percent", 0.05).Metric(name, "latency_p95_ms", 80).Metric(name, "requests_per_second", 400);
        }

        Metric("orders-db", "cpu_percent", 30).Metric("orders-db", "connections", 40);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("helm-case-").FullName;

    /// <summary>From one level to another at the onset, or little by little until a minute.</summary>
    public CaseBuilder Metric(string component, string metric, double before, double? after = null, int at = Onset, int until = 0)
    {
        double Level(int minute) => minute < at || after is not { } end ? before : until > at ? Math.Min(1, (minute - at) / (double)(until - at)) * (end - before) + before : end;
        var points = Enumerable.Range(0, 120).Select(minute => new { timestamp = Iso(minute), value = Math.Round(Level(minute) * (1 + (0.08 * (_random.NextDouble() - 0.5))), 3) });
        Write($"metrics/{component}.{metric}.json", JsonSerializer.Serialize(new { component, metric, points }));
        return this;
    }

    public CaseBuilder Log(string component, string level, string message, int from = Onset, int perMinute = 4)
    {
        var lines = Enumerable.Range(from, 120 - from).SelectMany(minute => Enumerable.Range(0, perMinute).Select(second =>
            JsonSerializer.Serialize(new { ts = Start.AddMinutes(minute).AddSeconds(second * 10), level, service = component, msg = message.Replace("#", _random.Next(100, 9999).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) })));
        File.AppendAllLines(Path.Combine(Folder, "logs", component + ".jsonl"), lines);
        return this;
    }

    public CaseBuilder Event(string component, string type, string description, int at = Onset - 2)
    {
        File.AppendAllText(Path.Combine(Folder, "events.jsonl"), JsonSerializer.Serialize(new { timestamp = Iso(at), component, type, description }) + "\n");
        return this;
    }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public EvidenceBundle Bundle() => CaseFolder.Read(Folder);

    public IncidentReport Report() => Analyst.Report(Bundle());

    public static string Replay(string bundle) => BundleJson.Write(Analyst.Report(BundleJson.ReadBundle(bundle)));

    public static string Iso(int minute) => Start.AddMinutes(minute).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
