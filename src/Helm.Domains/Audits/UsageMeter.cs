using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Audits;
using Helm.Operations.Discovery;
using Helm.Operations.Monitoring;

namespace Helm.Domains.Audits;

/// <summary>Judges how much resources were used, by the metrics of the last two weeks.</summary>
internal static class UsageMeter
{
    private const int Days = 14;

    /// <exception cref="CloudException">No metric at all may be read.</exception>
    public static async Task<IReadOnlyList<Saving>> JudgeAsync(
        CloudWatchClient metrics, IReadOnlyList<FoundResource> resources, DateTimeOffset now, CancellationToken cancellation)
    {
        var asked = resources.SelectMany(resource => UsageRules.All.Where(rule => rule.Type == resource.Type).Select(rule => (Resource: resource, Rule: rule))).ToList();
        var series = await new MetricSweep(metrics).RunAsync(
            [.. asked.Select(one => Query(one.Resource, one.Rule))], MetricWindow.Before(now, TimeSpan.FromDays(Days), TimeSpan.FromDays(1)), cancellation);
        Hold(series);
        return [.. asked.Zip(series, (one, found) => Judge(one.Resource, one.Rule, found)).OfType<Saving>().OrderBy(saving => $"{saving.Kind}/{saving.Type}/{saving.Resource}", StringComparer.Ordinal)];
    }

    /// <exception cref="CloudException">No metric at all may be read.</exception>
    private static void Hold(MetricSeries[] series)
    {
        if (series is [] || !series.All(one => one.Status is SeriesStatus.Failed or SeriesStatus.Forbidden))
        {
            return;
        }

        var note = series[0].Note ?? "GetMetricData is not allowed.";
        var denied = series[0].Status == SeriesStatus.Forbidden || note.Contains("AccessDenied", StringComparison.Ordinal);
        throw new CloudException(denied ? CloudFaultKind.Denied : CloudFaultKind.Unavailable, "", note) { Action = AwsService.CloudWatch.ActionOf("GetMetricData") };
    }

    private static MetricQuery Query(FoundResource resource, UsageRule rule)
    {
        var kind = CloudKinds.All.First(one => one.Names[0] == resource.Type);
        return new(kind.Namespace!, rule.Metric, rule.Statistic, kind.Dimensions(ResourceIdentity.Of(new DeployedResource(resource.Type, resource.Name, resource.Arn))));
    }

    /// <summary>Null for what is used enough, and for what is not known: unknown is not idle.</summary>
    private static Saving? Judge(FoundResource resource, UsageRule rule, MetricSeries series)
    {
        if (series.Status != SeriesStatus.Complete || (series.Points.Count == 0 && !rule.SilenceIsZero))
        {
            return null;
        }

        var value = series.Points.Count == 0 ? 0 : rule.Statistic == "Sum" ? series.Points.Sum(point => point.Value) : series.Points.Max(point => point.Value);
        var rounded = Math.Round((decimal)value, 1);
        return rule.Holds((decimal)value)
            ? new(resource.Name, resource.Type, rule.Kind, rule.Metric, rounded, rule.Unit, Days, rule.Advice)
            : null;
    }
}
