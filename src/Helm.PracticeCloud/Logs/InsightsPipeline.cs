using System.Text.RegularExpressions;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Logs;

/// <summary>A query of Logs Insights: commands that the rows pass one after the other.</summary>
internal sealed partial class InsightsPipeline
{
    private const string Known = "fields, display, filter, parse, stats, sort and limit";

    private readonly List<Func<List<InsightsRow>, List<InsightsRow>>> _stages = [];
    private string[] _shown = ["@timestamp", "@message"];
    private bool _shownByStats;
    private int _limit;

    public static InsightsPipeline Parse(string query, int limit)
    {
        var pipeline = new InsightsPipeline { _limit = limit };
        foreach (var command in Commands(query))
        {
            var match = Command().Match(command);
            pipeline.Add(match.Groups["name"].Value.ToUpperInvariant(), match.Groups["rest"].Value.Trim(), command);
        }

        return pipeline;
    }

    /// <summary>The result, and how many rows passed the filters.</summary>
    public (List<InsightsRow> Rows, int Matched) Run(List<InsightsRow> rows)
    {
        var matched = rows.Count;
        foreach (var stage in _stages)
        {
            rows = stage(rows);
            matched = Math.Min(matched, rows.Count);
        }

        rows = rows.Count > _limit ? rows[.._limit] : rows;
        return (_shownByStats ? rows : [.. rows.Select(Shown)], matched);
    }

    private void Add(string name, string rest, string command)
    {
        switch (name)
        {
            case "FIELDS" or "DISPLAY":
                _shown = Split(rest);
                break;
            case "FILTER":
                var condition = InsightsCondition.Parse(rest);
                _stages.Add(rows => rows.FindAll(condition));
                break;
            case "PARSE":
                var parse = InsightsParsing.Parse(rest);
                _stages.Add(rows => [.. rows.Select(parse)]);
                break;
            case "STATS":
                _stages.Add(InsightsStats.Parse(rest));
                _shownByStats = true;
                break;
            case "SORT":
                _stages.Add(Sorting(rest));
                break;
            case "LIMIT":
                _limit = int.TryParse(rest, out var limit) && limit is > 0 and <= 10_000 ? limit : throw Malformed(command, "limit is a number from 1 to 10000");
                break;
            default:
                throw Malformed(command, $"the practice cloud knows {Known}");
        }
    }

    public static AwsErrorException Malformed(string part, string reason) =>
        new("MalformedQueryException", $"unexpected symbol found in '{part}': {reason}");

    public static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Func<List<InsightsRow>, List<InsightsRow>> Sorting(string rest)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 2)
        {
            throw Malformed(rest, "sort takes one field and asc or desc");
        }

        var descending = words.Length < 2 || !words[1].Equals("asc", StringComparison.OrdinalIgnoreCase);
        return rows =>
        {
            var sorted = rows.OrderBy(row => InsightsRow.Number(row[words[0]]) ?? 0).ThenBy(row => row[words[0]], StringComparer.Ordinal).ToList();
            if (descending)
            {
                sorted.Reverse();
            }

            return sorted;
        };
    }

    private InsightsRow Shown(InsightsRow row)
    {
        var shown = new InsightsRow();
        foreach (var field in _shown.Append("@ptr").Distinct())
        {
            if (row[field] is { } value)
            {
                shown.Add(new(field, value));
            }
        }

        return shown;
    }

    // A bar within /…/ or "…" is not the end of a command.
    private static IEnumerable<string> Commands(string query) =>
        Part().Matches(query.ReplaceLineEndings(" ")).Select(match => match.Value.Trim()).Where(part => part.Length > 0 && part[0] != '#');

    [GeneratedRegex("""(?:/(?:\\.|[^/\\])+/|"[^"]*"|'[^']*'|[^|])+""")]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?<name>\w+)\s*(?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex Command();
}
