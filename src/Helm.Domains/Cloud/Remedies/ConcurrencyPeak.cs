using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.CloudWatch;

namespace Helm.Domains.Cloud.Remedies;

/// <summary>How many executions of a function ran at once at most of late.</summary>
internal static class ConcurrencyPeak
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(15);

    /// <summary>Null when that is not known.</summary>
    public static async Task<int?> OfAsync(CloudConnection cloud, string function, DateTimeOffset now, CancellationToken cancellation)
    {
        var query = new MetricQuery("AWS/Lambda", "ConcurrentExecutions", "Maximum", [new("FunctionName", function)]);
        var series = await new MetricSweep(cloud.CloudWatch).RunAsync([query], MetricWindow.Before(now, Lately, TimeSpan.FromMinutes(1)), cancellation);
        return series[0] is { Status: SeriesStatus.Complete, Points.Count: > 0 } known ? (int)Math.Ceiling(known.Points.Max(point => point.Value)) : null;
    }
}
