using Helm.Operations.Checks;
using Helm.Operations.Issues;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Alerts;

/// <summary>How fast an issue's error budget burns, over several pairs of windows.</summary>
/// <remarks>
/// The table of Google's SRE workbook, chapter 5: 14.4 over an hour, 6 over six hours, 3 over a day, 1 over three days, each with a
/// short window of a twelfth. Time that was not measured counts as well, so that a short history raises no alarm by itself.
/// </remarks>
public sealed class BurnRates(IReportReader reports, IOptions<AlertingOptions> options)
{
    /// <summary>A measured value speaks for the time before it, but for no more than this.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(10);

    private static readonly BurnRate[] Table =
    [
        new() { Factor = 14.4m, Long = TimeSpan.FromHours(1), Short = TimeSpan.FromMinutes(5) },
        new() { Factor = 6, Long = TimeSpan.FromHours(6), Short = TimeSpan.FromMinutes(30) },
        new() { Factor = 3, Long = TimeSpan.FromDays(1), Short = TimeSpan.FromHours(2) },
        new() { Factor = 1, Long = TimeSpan.FromDays(3), Short = TimeSpan.FromHours(6) },
    ];

    /// <summary>The highest factor of the table that both its windows reach; null when none does, or there is no budget.</summary>
    public async Task<decimal?> OfAsync(Issue issue, DateTimeOffset now, CancellationToken cancellation)
    {
        if (issue.Impact is not { SloBreach: true, SloMetric: { } metric, SloTarget: { } target } || BudgetOf(metric, target) is not { } budget)
        {
            return null;
        }

        var table = options.Value.BurnRates.Count > 0 ? [.. options.Value.BurnRates] : Table;
        var series = new MeasuredSeries(issue.Environment, issue.Domain, issue.Resource.Name, metric);
        var values = await reports.HistoryAsync(series, now - table.Max(rate => rate.Long.Value), cancellation);
        return table.OrderByDescending(rate => rate.Factor)
            .FirstOrDefault(rate => Burn(rate.Long) >= rate.Factor && Burn(rate.Short) >= rate.Factor)?.Factor;

        decimal Burn(TimeSpan window) => Spent(values, metric, now - window, now) / budget / (decimal)window.TotalSeconds;
    }

    /// <summary>The share of requests that may fail, in percent; null for an objective without a budget.</summary>
    private static decimal? BudgetOf(string metric, decimal target) => metric switch
    {
        "availability" when target < 100 => 100 - target,
        _ when metric.StartsWith("error_rate", StringComparison.Ordinal) && target > 0 => target,
        _ => null,
    };

    /// <summary>Percent times seconds of failure.</summary>
    private static decimal Spent(IReadOnlyList<MeasuredValue> values, string metric, DateTimeOffset from, DateTimeOffset to)
    {
        var spent = 0m;
        var before = from;
        foreach (var value in values.Where(one => one.At > from && one.At <= to))
        {
            var step = value.At - before < LongestStep ? value.At - before : LongestStep;
            spent += (metric == "availability" ? 100 - value.Value : value.Value) * (decimal)step.TotalSeconds;
            before = value.At;
        }

        return spent;
    }
}
