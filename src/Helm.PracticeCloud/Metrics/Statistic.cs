using System.Globalization;
using System.Text.RegularExpressions;

namespace Helm.PracticeCloud.Metrics;

/// <summary>Reads the name of a statistic as CloudWatch writes it.</summary>
internal static partial class Statistic
{
    private static readonly Dictionary<string, Func<SampleSet, double>> Plain = new(StringComparer.Ordinal)
    {
        ["SampleCount"] = bucket => bucket.Count,
        ["Sum"] = bucket => bucket.Sum,
        ["Average"] = bucket => bucket.Average,
        ["Minimum"] = bucket => bucket.Min,
        ["Maximum"] = bucket => bucket.Max,
        ["IQM"] = bucket => bucket.Trimmed(0.25, 0.75),
    };

    public const string Supported = "SampleCount, Sum, Average, Minimum, Maximum, pNN, tmNN, tm(NN%:NN%), IQM or PR(N:N)";

    /// <summary>Null when the name is not a statistic.</summary>
    public static Func<SampleSet, double>? Find(string name)
    {
        if (Plain.TryGetValue(name, out var plain))
        {
            return plain;
        }

        if (Single().Match(name) is { Success: true } single)
        {
            var share = Number(single.Groups["n"].Value) / 100;
            return single.Groups["kind"].Value == "p" ? bucket => Math.Round(bucket.Quantile(share), 3) : bucket => Math.Round(bucket.Trimmed(0, share), 3);
        }

        return Between().Match(name) is { Success: true } between ? Range(between) : null;
    }

    private static Func<SampleSet, double>? Range(Match match)
    {
        var (from, to) = (match.Groups["from"].Value, match.Groups["to"].Value);
        if (match.Groups["kind"].Value == "PR")
        {
            var (low, high) = (from.Length == 0 ? double.MinValue : Number(from), to.Length == 0 ? double.MaxValue : Number(to));
            return bucket => 100 * (bucket.ShareUpTo(high) - (from.Length == 0 ? 0 : bucket.ShareUpTo(low)));
        }

        var (start, end) = (from.Length == 0 ? 0 : Number(from) / 100, to.Length == 0 ? 1 : Number(to) / 100);
        return start < end && end <= 1 ? bucket => bucket.Trimmed(start, end) : null;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<kind>p|tm)(?<n>100|\d{1,2}(\.\d{1,10})?)$")]
    private static partial Regex Single();

    [GeneratedRegex(@"^(?:(?<kind>tm)\((?<from>\d{1,3}(\.\d+)?)?%?:(?<to>\d{1,3}(\.\d+)?)?%?\)|(?<kind>PR)\((?<from>\d+(\.\d+)?)?:(?<to>\d+(\.\d+)?)?\))$")]
    private static partial Regex Between();
}
