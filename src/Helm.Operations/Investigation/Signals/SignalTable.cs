using System.Text.Json;
using System.Text.RegularExpressions;
using Helm.Operations.Settings;

namespace Helm.Operations.Investigation.Signals;

/// <summary>What metrics measure, what log lines complain about and what changes are; data of <c>assets/investigation/signals.json</c>.</summary>
public sealed class SignalTable
{
    private const int LongestText = 1500;

    private static readonly JsonSerializerOptions Reading = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly Rows _rows;

    private SignalTable(Rows rows) => _rows = rows;

    /// <exception cref="InvalidDataException">The file cannot be used, and why.</exception>
    public static SignalTable Load(string? file = null) =>
        new(DataFile.Read<Rows>(file ?? ProgramFolder.Locate(Path.Combine("assets", "investigation", "signals.json")), Reading));

    internal static JsonSerializerOptions DataOptions => Reading;

    /// <summary>Null for a metric that tells nothing known.</summary>
    internal MetricRow? MetricOf(string metric) => FirstOf(_rows.Metrics, MetricWords.SnakeCase(metric));

    internal ComplaintRow? ComplaintOf(string message) =>
        FirstOf(_rows.Complaints, message.Length > LongestText ? message[..LongestText] : message);

    internal string ChangeOf(string kind, string text) =>
        (FirstOf(_rows.Changes, Spaced(kind)) ?? FirstOf(_rows.Changes, text))?.Name ?? "other";

    /// <summary>database, cache, queue, function, cdn, bucket, gateway, host, container, external or service.</summary>
    internal string KindOf(string type, string name) =>
        (type.Length > 0 ? FirstOf(_rows.Components, type) : null)?.Name
        ?? (type.Length > 0 && type != "service" ? null : FirstOf(_rows.Components, name))?.Name ?? "service";

    private static string Spaced(string kind) => kind.Replace('_', ' ').Replace('-', ' ');

    private static T? FirstOf<T>(IEnumerable<T> rows, string text)
        where T : PatternRow => rows.FirstOrDefault(row => row.Matches(text));

    private sealed record Rows
    {
        public required MetricRow[] Metrics { get; init; }

        public required ComplaintRow[] Complaints { get; init; }

        public required PatternRow[] Changes { get; init; }

        public required PatternRow[] Components { get; init; }
    }
}

/// <summary>A row of the table: what matches the pattern has the name.</summary>
internal record PatternRow
{
    private Regex? _regex;

    public string Name { get; init; } = "";

    public required string Pattern { get; init; }

    public bool Matches(string text)
    {
        _regex ??= new Regex(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(250));
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

/// <summary>What a metric measures.</summary>
internal sealed record MetricRow : PatternRow
{
    public required string Kind { get; init; }

    /// <summary>up, down or none.</summary>
    public required string Bad { get; init; }

    public bool Harm { get; init; }

    public string What { get; init; } = "";

    /// <summary>How many times as much, or as little, counts as a shift.</summary>
    public double Ratio { get; init; } = 1.3;

    /// <summary>By how much it has to change at least.</summary>
    public double Least { get; init; }

    /// <summary>From nearly nothing to so much it leapt rather than rose; 0 for never.</summary>
    public double Leap { get; init; }

    /// <summary>The share in percent from which on nothing is left; 0 for none.</summary>
    public double End { get; init; }
}

/// <summary>What a log line complains about.</summary>
internal sealed record ComplaintRow : PatternRow
{
    public bool Benign { get; init; }

    /// <summary>What it is where the line names another component; null for the same.</summary>
    public string? Named { get; init; }
}
