using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Reports;

namespace Helm.Operations.Tests.Investigation;

/// <summary>Where a level changed, whatever the grain of the quiet time before.</summary>
public sealed class ShiftTests
{
    private static readonly DateTimeOffset Begin = new(2025, 11, 3, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Four_errors_a_minute_instead_of_five_do_not_hide_the_three_thousand_that_come_later() =>
        Assert.Contains("error_rate_percent of billing rose from 0.02% to 12%", Found([.. Enumerable.Repeat(0.02, 20), .. Enumerable.Repeat(0.016, 26), .. Enumerable.Repeat(12.0, 14)]));

    [Fact]
    public void A_small_change_that_nothing_follows_is_one() =>
        Assert.Contains("error_rate_percent of billing rose from 0.5% to 1.2%", Found([.. Enumerable.Repeat(0.5, 30), .. Enumerable.Repeat(1.2, 30)]));

    private static IEnumerable<string> Found(double[] values)
    {
        var points = values.Select((value, minute) => new MetricPoint(Begin.AddMinutes(minute).ToUnixTimeSeconds(), value)).ToList();
        var bundle = new EvidenceBundle
        {
            Subject = new() { Environment = "prod", Component = "billing" },
            AskedAt = Begin.AddHours(1),
            From = Begin,
            To = Begin.AddHours(1),
            Queries = [BundleJson.Record("q1", "GetMetricData", new() { Traces = [new("billing", "error_rate_percent", "%", points)] })],
        };
        return Analyst.Load().Report(bundle).Findings.Select(finding => finding.Text);
    }
}
