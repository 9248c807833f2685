using System.Text.RegularExpressions;

namespace Helm.PracticeCloud.Logs;

/// <summary><c>parse @message /…(?&lt;name&gt;…)…/</c> and <c>parse @message "… * …" as name</c>.</summary>
internal static partial class InsightsParsing
{
    public static Func<InsightsRow, InsightsRow> Parse(string rest)
    {
        var match = Shape().Match(rest);
        if (!match.Success)
        {
            throw InsightsPipeline.Malformed(rest, "parse takes a field, and /…(?<name>…)…/ or \"… * …\" as names");
        }

        var field = match.Groups["field"].Value;
        var names = InsightsPipeline.Split(match.Groups["names"].Value);
        var regex = match.Groups["regex"].Success
            ? SafeRegex.Create(match.Groups["regex"].Value)
            : SafeRegex.Create(Regex.Escape(match.Groups["glob"].Value).Replace(@"\*", "(.*?)", StringComparison.Ordinal) + "$");
        return row => With(row, names, regex, regex.Match(row[field] ?? ""));
    }

    private static InsightsRow With(InsightsRow row, string[] names, Regex regex, Match found)
    {
        if (!found.Success)
        {
            return row;
        }

        var next = new InsightsRow();
        next.AddRange(row);
        for (var group = 1; group < found.Groups.Count; group++)
        {
            var name = group - 1 < names.Length ? names[group - 1] : regex.GroupNameFromNumber(group);
            next.Add(new(name, found.Groups[group].Value));
        }

        return next;
    }

    [GeneratedRegex("""^(?<field>@?[\w.]+)\s+(?:/(?<regex>(?:\\.|[^/\\])+)/|["'](?<glob>[^"']*)["'])(?:\s+as\s+(?<names>.+))?$""")]
    private static partial Regex Shape();
}
