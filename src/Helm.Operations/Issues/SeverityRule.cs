using Helm.Operations.Monitoring;

namespace Helm.Operations.Issues;

/// <summary>How bad a breach is: from its status and from how fast it spends the error budget.</summary>
/// <remarks>
/// The steps are those of multi-window burn-rate alerting: 14.4 spends a month's budget in two days, 6 in five.
/// An objective without a budget (a latency) that is missed counts as 1: its allowance is spent as it is earned.
/// </remarks>
public static class SeverityRule
{
    private static readonly (decimal BurnRate, string Severity)[] Steps =
        [(14.4m, Severity.Critical), (6m, Severity.High), (1m, Severity.Medium)];

    public static string Of(Finding finding, IssueOptions options)
    {
        var observation = finding.Observation;
        if (options.SeverityOverrides.FirstOrDefault(one => Applies(one, finding)) is { } given)
        {
            return given.Severity;
        }

        if (observation.DeclaredSeverity is { } declared)
        {
            return declared;
        }

        if (observation.Health == Health.Unhealthy)
        {
            return Severity.Critical;
        }

        var burn = observation.BurnRate ?? (observation.SloBreach ? 1m : 0m);
        return Steps.FirstOrDefault(step => burn >= step.BurnRate).Severity ?? Severity.Low;
    }

    /// <summary>The worse of two.</summary>
    internal static string Worse(string one, string other) =>
        Severity.All.First(severity => severity == one || severity == other);

    private static bool Applies(SeverityOverride given, Finding finding) =>
        given.Indicator == finding.Observation.Indicator
        && (given.ResourceType.Length == 0 || given.ResourceType == finding.Resource.Resource.Type)
        && (given.Environment.Length == 0 || given.Environment == finding.Report.Environment);
}
