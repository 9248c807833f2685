using Helm.Operations.Checks;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Running;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Escalation;

/// <summary>Whether what an issue was about is well, by what was measured after its fix; unknown is not well.</summary>
public sealed class FixHealth(HealthCheckRunner checks, IIndicatorMeter meter, IOptions<RemediationOptions> options)
{
    private static readonly TimeSpan LongestCheck = TimeSpan.FromMinutes(2);

    /// <param name="begunAt">When the work item was closed: an older check says nothing.</param>
    internal async Task<bool> IsWellAsync(Issue issue, DateTimeOffset begunAt, CancellationToken cancellation)
    {
        if (issue.Resource.DeploymentId is not { } deployment
            || await checks.CheckNowAsync(deployment, LongestCheck, cancellation) is not CheckNowResult.Checked { Report: var report }
            || report.Timestamp < begunAt.AddSeconds(-1))
        {
            return false;
        }

        return report.Resources.Any(one => one.Name == issue.Resource.Name && one.Status == "HEALTHY") || await HoldsSinceMendAsync(issue, cancellation);
    }

    /// <summary>A check's own window still contains the fault for some minutes after a mend; the samples since the mend do not.</summary>
    private async Task<bool> HoldsSinceMendAsync(Issue issue, CancellationToken cancellation) =>
        issue is { Status: IssueStatus.Resolved, Metadata.MendedAt: { } mended }
        && await meter.MeasureAsync(issue, mended, options.Value.VerifyOver, cancellation) is { Health: Health.Healthy };
}
