using Helm.Conversation.Direction.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Trends;

namespace Helm.Conversation.Direction.Inventory;

/// <summary>Adds to values where they go.</summary>
internal sealed class MetricTrends(IEnumerable<IMetricHistory> histories, IDeploymentReader deployments)
{
    /// <summary>For a whole environment the trends would cost more than they tell.</summary>
    private const int MostResources = 5;

    /// <summary>CloudWatch keeps minutes for so long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(15);

    public async Task<IReadOnlyList<MetricLine>> WithAsync(IReadOnlyList<MetricLine> lines, string environment, Span span, CancellationToken cancellation)
    {
        var resources = lines.Select(line => line.Resource).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (resources.Count is 0 or > MostResources)
        {
            return lines;
        }

        var here = (await deployments.ListAsync(cancellation)).Where(deployment => deployment.Environment == environment).ToList();
        var from = span.To - span.From > Longest ? span.To - Longest : span.From;
        var traces = await Task.WhenAll(histories.Select(history => history.ReadAsync(here, resources, from, span.To, cancellation)));
        var byName = traces.SelectMany(part => part).ToLookup(trace => (trace.Resource, trace.Metric));
        return [.. lines.Select(line => With(line, byName[(line.Resource, line.Metric)].FirstOrDefault(), Rounding.Minutes(span.To - from)))];
    }

    private static MetricLine With(MetricLine line, MetricTrace? trace, int minutes) =>
        trace is not null && Trend.Of(trace.Values) is { } trend
            ? line with { Trend = new(trend.Direction, trend.ChangePercent, minutes), History = [.. trace.Values.Select(Rounding.Of)] }
            : line;
}
