using Helm.Operations.Issues;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Remediation.Running;

/// <summary>Stands where no domain measures: a mend is then never called verified.</summary>
internal sealed class NoMeter(TimeProvider time) : IIndicatorMeter
{
    public Task<Observation?> MeasureAsync(Issue issue, DateTimeOffset since, TimeSpan over, CancellationToken cancellation) =>
        Task.FromResult<Observation?>(new()
        {
            Indicator = issue.Impact.SloMetric ?? "status",
            Health = Health.Unknown,
            WindowStart = since,
            WindowEnd = time.GetUtcNow(),
            Note = $"Nothing here measures the domain {issue.Domain}.",
        });
}
