using System.Text.RegularExpressions;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Metrics;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CloudWatch;

/// <summary>One query of GetMetricData.</summary>
internal sealed partial record MetricQuery(string Id, string Label, Series? Series, int Period, Func<SampleSet, double> Statistic, bool Returned)
{
    public const int MostQueries = 500;

    private const string Invalid = "ValidationError";

    public static IReadOnlyList<MetricQuery> ReadAll(AwsInput input, AccountEstate estate)
    {
        var items = input.Items("MetricDataQueries");
        if (items.Count is 0 or > MostQueries)
        {
            throw new AwsErrorException(Invalid, items.Count == 0
                ? "The parameter MetricDataQueries is required."
                : $"The collection MetricDataQueries must not have a size greater than {MostQueries}.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. items.Select(item => Read(item, estate, ids))];
    }

    private static MetricQuery Read(AwsInput item, AccountEstate estate, HashSet<string> ids)
    {
        var id = Identity(item, ids);
        var stat = item.Child("MetricStat") ?? throw new AwsErrorException(Invalid, $"Either Expression or MetricStat is required for '{id}'.");
        var metric = stat.Child("Metric") ?? throw new AwsErrorException(Invalid, $"The parameter MetricStat.Metric is required for '{id}'.");
        var (ns, name) = (metric.Text("Namespace") ?? "", metric.Text("MetricName") ?? "");
        return new(id, item.Text("Label") ?? name, estate.Metrics.Find(ns, name, Dimensions.Read(metric)),
            TimeRange.Period(stat, Invalid), StatisticOf(stat), item.Flag("ReturnData") ?? true);
    }

    private static string Identity(AwsInput item, HashSet<string> ids)
    {
        var id = item.Text("Id") ?? "";
        if (!IdShape().IsMatch(id) || !ids.Add(id))
        {
            throw new AwsErrorException(Invalid, $"The value '{id}' for parameter MetricDataQueries.member.Id is not valid: it begins with a lowercase letter, holds letters, digits and underscores, and stands once.");
        }

        return item.Has("Expression")
            ? throw new AwsErrorException(Invalid, $"Error in expression '{id}': metric math is not part of the practice cloud; ask for the metrics by MetricStat.")
            : id;
    }

    private static Func<SampleSet, double> StatisticOf(AwsInput stat)
    {
        var name = stat.Text("Stat") ?? "";
        return Metrics.Statistic.Find(name)
            ?? throw new AwsErrorException(Invalid, $"The value '{name}' for parameter MetricDataQueries.member.MetricStat.Stat is not one of {Metrics.Statistic.Supported}.");
    }

    [GeneratedRegex("^[a-z][a-zA-Z0-9_]{0,254}$")]
    private static partial Regex IdShape();
}
