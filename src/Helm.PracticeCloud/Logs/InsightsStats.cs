using System.Globalization;
using System.Text.RegularExpressions;

namespace Helm.PracticeCloud.Logs;

/// <summary><c>stats count(*) as n, avg(x) by field, bin(5m)</c>.</summary>
internal static partial class InsightsStats
{
    private static readonly Dictionary<string, int> UnitSeconds = new(StringComparer.Ordinal) { ["s"] = 1, ["m"] = 60, ["h"] = 3_600, ["d"] = 86_400 };

    public static Func<List<InsightsRow>, List<InsightsRow>> Parse(string rest)
    {
        var match = Shape().Match(rest);
        var results = InsightsPipeline.Split(match.Groups["results"].Value).Select(Result).ToArray();
        var keys = InsightsPipeline.Split(match.Groups["keys"].Value).Select(Key).ToArray();
        return rows => [.. rows.GroupBy(row => string.Join('\0', keys.Select(key => key.Of(row)))).Select(group => Row(keys, results, [.. group]))];
    }

    private static InsightsRow Row((string Name, Func<InsightsRow, string> Of)[] keys, (string Name, Func<IReadOnlyList<InsightsRow>, double> Of)[] results, InsightsRow[] group)
    {
        var row = new InsightsRow();
        row.AddRange(keys.Select(key => new KeyValuePair<string, string>(key.Name, key.Of(group[0]))));
        row.AddRange(results.Select(result => new KeyValuePair<string, string>(result.Name, result.Of(group).ToString(CultureInfo.InvariantCulture))));
        return row;
    }

    private static (string Name, Func<InsightsRow, string> Of) Key(string text)
    {
        if (Bin().Match(text) is not { Success: true } bin)
        {
            return (text, row => row[text] ?? "");
        }

        var step = int.Parse(bin.Groups["n"].Value, CultureInfo.InvariantCulture) * UnitSeconds[bin.Groups["unit"].Value] * 1000L;
        return (text, row =>
        {
            var time = DateTimeOffset.Parse(row["@timestamp"]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds();
            return InsightsRow.Time(time - (time % Math.Max(1, step)));
        }
        );
    }

    private static (string Name, Func<IReadOnlyList<InsightsRow>, double> Of) Result(string text)
    {
        var match = Function().Match(text);
        var field = match.Groups["field"].Value;
        var name = match.Groups["name"].Success ? match.Groups["name"].Value : match.Groups["function"].Value + "(" + field + ")";
        Func<IReadOnlyList<InsightsRow>, double> of = match.Groups["function"].Value switch
        {
            "count" when field == "*" => rows => rows.Count,
            "count" => rows => rows.Count(row => row[field] is not null),
            "count_distinct" => rows => rows.Select(row => row[field]).OfType<string>().Distinct().Count(),
            "sum" => rows => Numbers(rows, field).Sum(),
            "avg" => rows => Numbers(rows, field).DefaultIfEmpty().Average(),
            "min" => rows => Numbers(rows, field).DefaultIfEmpty().Min(),
            "max" => rows => Numbers(rows, field).DefaultIfEmpty().Max(),
            _ => throw InsightsPipeline.Malformed(text, "stats takes count, count_distinct, sum, avg, min and max of a field, each with an optional name"),
        };
        return (name, of);
    }

    private static IEnumerable<double> Numbers(IReadOnlyList<InsightsRow> rows, string field) =>
        rows.Select(row => InsightsRow.Number(row[field])).OfType<double>();

    [GeneratedRegex(@"^(?<results>.+?)(?:\s+by\s+(?<keys>.+))?$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?<function>\w+)\(\s*(?<field>\*|@?[\w.]+)\s*\)(?:\s+as\s+(?<name>[\w.]+))?$")]
    private static partial Regex Function();

    [GeneratedRegex(@"^bin\(\s*(?<n>\d{1,5})(?<unit>[smhd])\s*\)$")]
    private static partial Regex Bin();
}
