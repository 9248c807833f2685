using Helm.Domains.Application;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Domains.Cloud.Accounts;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Remediation.Running;
using Microsoft.Extensions.Options;

namespace Helm.Domains.Measuring;

/// <summary>Measures an issue's indicator again as a check does, on whole data points after a moment.</summary>
internal sealed class IndicatorMeter(ResourceCheck check, IOptions<CloudOptions> options, TimeProvider time) : IIndicatorMeter
{
    public async Task<Observation?> MeasureAsync(Issue issue, DateTimeOffset since, TimeSpan over, CancellationToken cancellation)
    {
        if (WindowAfter(since, over) is not { } window)
        {
            return null;
        }

        var deployment = new Deployment
        {
            Id = issue.Resource.DeploymentId ?? issue.IssueId,
            Domain = issue.Domain,
            Environment = issue.Environment,
            DeployedAt = since,
            Resources = [new(issue.Resource.Type, issue.Resource.Name, issue.Resource.Arn)],
        };
        var reports = await check.CheckAsync([.. CloudKinds.All, .. ServiceKind.All], [deployment], window, cancellation);
        return ObservationOf(reports[0].Resources[0], issue, window);
    }

    private static Observation ObservationOf(ResourceHealth resource, Issue issue, MetricWindow window) =>
        resource.Observations.FirstOrDefault(observation => observation.Indicator == issue.Impact.SloMetric)
        ?? new Observation
        {
            // An alarm's state lags behind by its own evaluation; what is measured says whether the resource is well.
            Indicator = "status",
            Health = resource.Observations.Where(one => !one.Indicator.StartsWith("alarm", StringComparison.Ordinal))
                .Select(one => one.Health).DefaultIfEmpty(Health.Unknown).Max(),
            WindowStart = window.Start,
            WindowEnd = window.End,
        };

    /// <summary>The last whole data points, none of which began before the moment; null until there are enough.</summary>
    private MetricWindow? WindowAfter(DateTimeOffset since, TimeSpan over)
    {
        var period = options.Value.Period.Value;
        var length = TimeSpan.FromTicks(Math.Max(1, over.Ticks / period.Ticks) * period.Ticks);
        var window = MetricWindow.Before(time.GetUtcNow(), length, period);
        return window.Start < since ? null : window;
    }
}
