using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Intents;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.LogPatterns;
using Helm.Operations.Monitoring;

namespace Helm.Conversation.Direction.Inventory;

/// <summary>What a log says, grouped by statement; the worst and the most frequent first.</summary>
public sealed record LogsAnswer
{
    private static readonly string[] Worst = ["FATAL", "CRITICAL", "SEVERE", "ERROR", "WARN", "WARNING"];

    public required DateTimeOffset Timestamp { get; init; }

    public required string Environment { get; init; }

    public required bool EnvironmentAssumed { get; init; }

    public required string Resource { get; init; }

    /// <summary>error, warn or info; null for all.</summary>
    public string? Level { get; init; }

    public string? Query { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public required int Minutes { get; init; }

    /// <summary>How many lines there are of what was asked for.</summary>
    public int Total { get; init; }

    /// <summary>How many statements wrote them.</summary>
    public int Statements { get; init; }

    public IReadOnlyList<LogGroupLine> Groups { get; init; } = [];

    /// <summary>Why it could not be read, or not in full.</summary>
    public string? Problem { get; init; }

    internal static LogsAnswer Of(DateTimeOffset now, string environment, bool assumed, string resource, Command command, Span span) => new()
    {
        Timestamp = now,
        Environment = environment,
        EnvironmentAssumed = assumed,
        Resource = resource,
        Level = command.Text("log_level"),
        Query = command.Text("query"),
        From = span.From,
        To = span.To,
        Minutes = Rounding.Minutes(span.To - span.From),
    };

    internal LogsAnswer With(IEnumerable<Answered> answers, int most)
    {
        var read = answers.ToList();
        var lines = read.SelectMany(answer => answer.Result.Logs).Where(line => Fits(line.Level)).ToList();
        var miner = new TemplateMiner();
        var mined = lines.Select(line => (Line: line, Pattern: miner.Add(line.Message))).ToList();
        var groups = mined.GroupBy(one => (miner.TemplateOf(one.Pattern).Text, one.Line.Level)).Select(group => Line(group.Key.Level, group.Key.Text, [.. group.Select(one => one.Line)]))
            .OrderBy(group => Rank(group.Level)).ThenByDescending(group => group.Count).ToList();
        return this with
        {
            Total = lines.Count,
            Statements = groups.Count,
            Groups = [.. groups.Take(most)],
            Problem = read.Select(answer => answer.Problem).FirstOrDefault(problem => problem is not null) ?? (read.Count == 0 ? $"{Resource} has no log that I know of" : null),
        };
    }

    private static LogGroupLine Line(string level, string template, IReadOnlyList<LogRecord> lines)
    {
        var last = lines.MaxBy(line => line.Time)!;
        return new(lines.Count, level, template, last.Time, last.Message.Length > 300 ? last.Message[..300] + "…" : last.Message);
    }

    private bool Fits(string level) => Level switch
    {
        null => true,
        var wanted when wanted.StartsWith("err", StringComparison.OrdinalIgnoreCase) => Rank(level) < 4,
        var wanted when wanted.StartsWith("warn", StringComparison.OrdinalIgnoreCase) => Rank(level) < Worst.Length,
        var wanted => string.Equals(level, wanted, StringComparison.OrdinalIgnoreCase),
    };

    private static int Rank(string level) => Array.IndexOf(Worst, level) is >= 0 and var rank ? rank : Worst.Length;
}

/// <summary>Lines of one statement.</summary>
/// <param name="Template">With <c>&lt;*&gt;</c> where it varies.</param>
/// <param name="Example">The latest line.</param>
public sealed record LogGroupLine(int Count, string Level, string Template, DateTimeOffset Last, string Example);
