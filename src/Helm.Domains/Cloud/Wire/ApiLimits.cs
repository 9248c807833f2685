namespace Helm.Domains.Cloud.Wire;

/// <summary>The rates AWS documents, per account and region; the lowest one where regions differ.</summary>
/// <remarks>
/// CloudWatch: "CloudWatch service quotas"; Logs: "CloudWatch Logs quotas"; Lambda: "Lambda quotas" (control plane 15/s,
/// GetFunction 100/s). Services that publish no number get ten a second, which all of them bear.
/// </remarks>
internal static class ApiLimits
{
    private const double Unpublished = 10;

    private static readonly Dictionary<string, double> PerSecond = new(StringComparer.Ordinal)
    {
        ["CloudWatch.GetMetricData"] = 50,
        ["CloudWatch.DescribeAlarms"] = 9,
        ["CloudWatch.ListMetrics"] = 25,
        ["Logs.FilterLogEvents"] = 5,
        ["Logs.DescribeLogGroups"] = 10,
        ["Lambda.GetFunction"] = 100,
        ["Lambda"] = 15,
        ["ECS.DescribeServices"] = 20,
        ["S3"] = 100,
        ["STS"] = 100,
    };

    public static double Of(string service, string operation) =>
        PerSecond.TryGetValue($"{service}.{operation}", out var exact) ? exact
        : PerSecond.TryGetValue(service, out var all) ? all
        : Unpublished;

    /// <summary>The time that so many calls need at the documented rate, with nothing else asking.</summary>
    public static TimeSpan TimeFor(string service, string operation, long calls) =>
        TimeSpan.FromSeconds(calls / Of(service, operation));
}
