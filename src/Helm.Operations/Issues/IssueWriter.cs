using Helm.Operations.Monitoring;

namespace Helm.Operations.Issues;

/// <summary>Writes the issue document of a breach.</summary>
internal static class IssueWriter
{
    public static Issue Open(Finding finding, DateTimeOffset since, IssueOptions options)
    {
        var now = finding.Report.Timestamp;
        var resource = finding.Resource.Resource;
        return new()
        {
            IssueId = "",
            Domain = finding.Report.Domain,
            Environment = finding.Report.Environment,
            Severity = SeverityRule.Of(finding, options),
            Status = IssueStatus.Active,
            Detection = new(since, $"{finding.Registration.ShortName}:ops-monitor", CheckType(finding.Observation)),
            Resource = new(resource.Type, resource.Name, resource.Arn, finding.Report.DeploymentId),
            Summary = IssueWords.Summary(finding, OthersInBreach(finding)),
            Impact = ImpactRule.Of(finding, options),
            Timeline = [new(since, IssueWords.Detected(finding.Observation)), new(now, "Issue registered in Helm")],
            Metadata = new() { CreatedAt = now, UpdatedAt = now },
        };
    }

    /// <summary>New numbers; the severity may go up while an issue is open, never down.</summary>
    public static Issue Refresh(Issue issue, Finding finding, IssueOptions options) => issue with
    {
        Severity = SeverityRule.Worse(issue.Severity, SeverityRule.Of(finding, options)),
        Summary = IssueWords.Summary(finding, OthersInBreach(finding)),
        Impact = ImpactRule.Of(finding, options),
        Metadata = issue.Metadata with { UpdatedAt = finding.Report.Timestamp },
    };

    public static Issue Reopen(Issue issue, Finding finding) => issue with
    {
        Status = IssueStatus.Active,
        Metadata = issue.Metadata with { UpdatedAt = finding.Report.Timestamp, ResolvedAt = null, MendedAt = null },
    };

    private static IEnumerable<Observation> OthersInBreach(Finding finding) =>
        finding.Resource.Observations.Where(other =>
            other.Indicator != finding.Observation.Indicator && other.Health is (Health.Degraded or Health.Unhealthy));

    private static string CheckType(Observation observation) =>
        observation.Indicator.StartsWith("alarm/", StringComparison.Ordinal) ? "alarm" : "health-check";
}
