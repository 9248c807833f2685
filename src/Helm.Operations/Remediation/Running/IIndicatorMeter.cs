using Helm.Operations.Issues;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Remediation.Running;

/// <summary>Measures the indicator of an issue again, on samples of its own choice of time.</summary>
public interface IIndicatorMeter
{
    /// <summary>
    /// The indicator over the last <paramref name="over"/>, with no sample from before <paramref name="since"/>. Null while
    /// not enough time has passed to have such samples; unknown when they could not be read.
    /// </summary>
    Task<Observation?> MeasureAsync(Issue issue, DateTimeOffset since, TimeSpan over, CancellationToken cancellation);
}
