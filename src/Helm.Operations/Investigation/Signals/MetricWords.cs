using System.Globalization;
using System.Text;
using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Signals;

/// <summary>Metrics and their values in words.</summary>
internal static class MetricWords
{
    private static readonly string[] Percents = ["percent", "utilization", "pct"];

    public static string NameOf(Trace trace) => $"{trace.Metric} of {trace.Component}";

    public static string Moved(Trace trace, MetricRow row, Shift shift, string unit, bool asRate)
    {
        var sign = unit is "%" or "ms" or "" ? unit : " " + unit;
        var what = asRate ? $"the share of {row.What} of {trace.Component}" : NameOf(trace);
        return $"{what} {(shift.IsUp ? "rose" : "fell")} from {Number(shift.Before)}{sign} to {Number(shift.After)}{sign}{(shift.Gradual ? " little by little" : "")}";
    }

    public static string UnitOf(Trace trace)
    {
        var name = SnakeCase(trace.Metric);
        return trace.Unit is "%" or "percent" or "Percent" || Percents.Any(word => name.Contains(word, StringComparison.Ordinal)) ? "%" : trace.Unit;
    }

    public static string Number(double value) => Math.Abs(value) switch
    {
        >= 1e9 => (value / 1e9).ToString("0.##", CultureInfo.InvariantCulture) + " billion",
        >= 1e6 => (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " million",
        >= 100 or 0 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 0.01 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("0.######", CultureInfo.InvariantCulture),
    };

    /// <summary><c>CPUUtilization</c> is cpu_utilization, <c>p95 latency (ms)</c> is p95_latency_ms.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            var isPart = char.IsLetterOrDigit(name[at]);
            if ((!isPart || BeginsWord(name, at)) && text.Length > 0 && text[^1] != '_')
            {
                text.Append('_');
            }

            if (isPart)
            {
                text.Append(char.ToLowerInvariant(name[at]));
            }
        }

        return text.ToString().Trim('_');
    }

    private static bool BeginsWord(string name, int at) =>
        at > 0 && char.IsUpper(name[at])
        && (char.IsLower(name[at - 1]) || (char.IsUpper(name[at - 1]) && at + 1 < name.Length && char.IsLower(name[at + 1])));
}
