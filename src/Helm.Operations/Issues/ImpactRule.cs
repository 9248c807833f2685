using Helm.Operations.Monitoring;

namespace Helm.Operations.Issues;

/// <summary>Whom and what a breach hits, from what was measured and nothing else.</summary>
/// <remarks>
/// The business impact is one of these sentences; names stay out of them, because the priority looks for the words
/// "unavailable", "down" and "outage" anywhere in it.
/// <list type="bullet">
/// <item>the resource does not run: <c>down: does not run</c></item>
/// <item>all requests failed: <c>outage: all 1250 requests failed</c></item>
/// <item>requests failed: <c>unavailable for 5.2% of requests</c></item>
/// <item>an availability was missed: <c>unavailable for 0.5% of the time</c></item>
/// <item>another objective was missed: <c>degraded: P95 latency 5000ms instead of at most 200ms</c></item>
/// <item>only a threshold was crossed: <c>none: no service level objective is missed</c></item>
/// </list>
/// </remarks>
public static class ImpactRule
{
    private const string Availability = "availability";
    private const string ErrorRate = "error_rate";

    /// <summary>What AWS finds of a machine that does not answer.</summary>
    private const string StatusCheck = "status_check_failed";

    private static readonly string[] EntryPoints = ["lambda", "ecs-service", "ecs_service", "ecs", "service", "cloudfront", "apigateway", "apigatewayv2"];

    public static IssueImpact Of(Finding finding, IssueOptions options)
    {
        var observation = finding.Observation;
        var compared = observation is { Value: not null, Target: not null };
        return new()
        {
            UsersAffected = HitsEverybody(finding, options) ? UsersAffected.All : null,
            RequestsAffected = observation.RequestsAffected,
            RequestsTotal = observation.RequestsTotal,
            SloBreach = observation.SloBreach,
            SloMetric = compared ? observation.Indicator : null,
            SloTarget = compared ? observation.Target : null,
            SloCurrent = compared ? observation.Value : null,
            BusinessImpact = BusinessImpact(observation),
        };
    }

    private static bool HitsEverybody(Finding finding, IssueOptions options)
    {
        IEnumerable<string> types = options.EntryPoints.Count == 0 ? EntryPoints : options.EntryPoints;
        return (finding.Observation.RequestsAffected > 0 || (IsErrorRate(finding.Observation) && finding.Observation.Value > 0))
            && types.Contains(finding.Resource.Resource.Type, StringComparer.OrdinalIgnoreCase);
    }

    private static string BusinessImpact(Observation observation) => observation switch
    {
        { Indicator: Findings.StatusIndicator or StatusCheck, Health: Health.Unhealthy } => "down: does not run",
        { RequestsAffected: > 0 and var failed, RequestsTotal: var total } when failed == total =>
            FormattableString.Invariant($"outage: all {failed} requests failed"),
        { RequestsAffected: > 0 and var failed, RequestsTotal: > 0 and var total } =>
            $"unavailable for {IssueWords.Amount(decimal.Round(100m * failed / total, 1), "%")} of requests",
        { Unit: "%", Value: { } rate } when IsErrorRate(observation) =>
            $"unavailable for {IssueWords.Amount(decimal.Round(rate, 1), "%")} of requests",
        { Indicator: Availability, Unit: "%", Value: { } rate } =>
            $"unavailable for {IssueWords.Amount(100 - rate, "%")} of the time",
        { SloBreach: true, Value: { } value, Target: { } target } =>
            $"degraded: {IndicatorWording.For(observation.Indicator).Label} {IssueWords.Amount(value, observation.Unit)} instead of {Side(observation)} {IssueWords.Amount(target, observation.Unit)}",
        { SloBreach: true } or { Indicator: Findings.StatusIndicator } => "degraded: runs, but not as it should",
        _ => "none: no service level objective is missed",
    };

    /// <summary><c>error_rate</c> and its kinds, such as <c>error_rate_5xx</c>.</summary>
    private static bool IsErrorRate(Observation observation) =>
        observation.Indicator.StartsWith(ErrorRate, StringComparison.Ordinal);

    private static string Side(Observation observation) =>
        observation.Kind == TargetKind.AtMost ? "at most" : "at least";
}
