using System.Text.Json;
using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Cases;

/// <summary>Reads a case: alert.json, metrics/*.json, logs/*.jsonl, events.jsonl and topology.json; what is absent is not checked.</summary>
public static class CaseFolder
{
    /// <exception cref="InvalidDataException">The folder is no case, or a file in it is broken: which one and where.</exception>
    public static EvidenceBundle Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"There is no folder {folder}. A case is a folder with alert.json, metrics/*.json, logs/*.jsonl, events.jsonl and topology.json.");
        }

        var alert = AlertReader.Read(Path.Combine(folder, "alert.json"));
        var queries = new List<QueryRecord>();
        Add(queries, folder, "topology.json", file => TopologyReader.Read(CaseJson.Read(file)));
        AddMetrics(queries, folder);
        var known = queries.SelectMany(query => query.Result.Traces.Select(trace => trace.Component).Concat(query.Result.Components.Select(component => component.Name))).Distinct().ToList();
        AddLogs(queries, folder, known, alert.Since ?? DateTimeOffset.UnixEpoch);
        Add(queries, folder, "events.jsonl", file => new() { Changes = EventReader.Read(File.ReadAllText(file), alert.Since ?? DateTimeOffset.UnixEpoch) });
        Add(queries, folder, "events.json", file => new() { Changes = EventReader.Read(File.ReadAllText(file), alert.Since ?? DateTimeOffset.UnixEpoch) });
        return Bundle(alert, queries, folder);
    }

    private static EvidenceBundle Bundle(Subject alert, List<QueryRecord> queries, string folder)
    {
        var times = queries.SelectMany(query => query.Result.Traces.SelectMany(trace => trace.Points).Select(point => DateTimeOffset.FromUnixTimeSeconds(point.Time)))
            .Concat(queries.SelectMany(query => query.Result.Logs.Select(line => line.Time))).Where(time => time > DateTimeOffset.UnixEpoch).ToList();
        if (times.Count == 0 && alert.Since is null)
        {
            throw new InvalidDataException($"{folder} holds no case: there is no alert with a time, no metric and no log line in it.");
        }

        var (from, to) = times.Count > 0 ? (times.Min(), times.Max()) : (alert.Since!.Value, alert.Since!.Value);
        return new() { Subject = alert, From = from, To = to, AskedAt = to, Queries = queries };
    }

    private static void AddMetrics(List<QueryRecord> queries, string folder)
    {
        foreach (var file in Files(folder, "metrics", "*.json"))
        {
            var reader = new TraceReader();
            var (component, metric) = NamedBy(file);
            reader.Read(CaseJson.Read(file), component, metric);
            queries.Add(BundleJson.Record($"q{queries.Count + 1}", $"metrics/{Path.GetFileName(file)}", new() { Traces = reader.Traces }));
        }
    }

    private static void AddLogs(List<QueryRecord> queries, string folder, List<string> known, DateTimeOffset otherwise)
    {
        foreach (var file in Files(folder, "logs", "*"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var component = known.FirstOrDefault(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? known.OrderByDescending(one => one.Length).FirstOrDefault(one => one.Length > 0 && name.Contains(one, StringComparison.OrdinalIgnoreCase)) ?? name;
            var lines = File.ReadLines(file).Select(line => LineReader.Log(line, component, otherwise)).OfType<LogRecord>().OrderBy(line => line.Time).ToList();
            queries.Add(BundleJson.Record($"q{queries.Count + 1}", $"logs/{Path.GetFileName(file)}", new() { Logs = lines }));
        }
    }

    private static void Add(List<QueryRecord> queries, string folder, string name, Func<string, QueryResult> read)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            return;
        }

        try
        {
            queries.Add(BundleJson.Record($"q{queries.Count + 1}", name, read(file)));
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{file} is no JSON: {wrong.Message}", wrong);
        }
    }

    private static IEnumerable<string> Files(string folder, string part, string pattern) =>
        Directory.Exists(Path.Combine(folder, part)) ? Directory.EnumerateFiles(Path.Combine(folder, part), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];

    /// <summary><c>orders-db.cpu.json</c>, <c>orders-db__cpu.json</c>: the component, then the metric; else the name is the component's.</summary>
    private static (string Component, string Metric) NamedBy(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var parts = name.Split(["__", ".", ":"], 2, StringSplitOptions.RemoveEmptyEntries);
        return parts is [var component, var metric] ? (component, metric) : (name, name);
    }
}
