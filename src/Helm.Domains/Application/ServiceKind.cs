using Helm.Domains.Cloud.Checks;
using static Helm.Domains.Cloud.Checks.IndicatorRule;

namespace Helm.Domains.Application;

/// <summary>What is watched of an application service.</summary>
internal static class ServiceKind
{
    // A service has no state that AWS could tell: if it reports no request count, nothing is known about it.
    private static readonly ResourceKind Service = new()
    {
        Names = ["service", "application", "app"],
        Dimensions = identity => [new("Service", identity.Name)],
        Traffic = "requests",
        Metrics =
        [
            new("requests", "RequestCount", "Sum", Absence.IsUnknown),
            new("errors", "ErrorCount", "Sum", Absence.IsZero),
            new("p95_response_time", "ResponseTime", "p95", Absence.IsUnknown) { WeightedBy = "requests" },
        ],
        Indicators =
        [
            new("error_rate", "%", Formula.Percent("errors", "requests"))
            {
                Target = FromSlo("service", "error_rate_percent"), Slo = true, Budget = true,
                Affected = "errors", Total = "requests",
            },
            new("p95_response_time", "ms", Formula.Of("p95_response_time"))
            {
                Target = FromSlo("service", "p95_response_time_ms"), Slo = true,
            },
            new("availability", "%", Formula.Rest("errors", "requests")),
        ],
    };

    public static IReadOnlyList<ResourceKind> All { get; } = [Service];
}
