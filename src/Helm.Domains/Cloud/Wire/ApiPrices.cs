namespace Helm.Domains.Cloud.Wire;

/// <summary>List prices in dollars for each billed thing: a metric of GetMetricData, else a request. What is not listed is free.</summary>
/// <remarks>CloudWatch pricing, us-east-1: $0.01 per 1,000 metrics requested, $0.01 per 1,000 other requests; S3: $0.0004 per 1,000, its lists $0.005; Cost Explorer: $0.01 a request.</remarks>
internal static class ApiPrices
{
    private static readonly Dictionary<string, decimal> PerUnit = new(StringComparer.Ordinal)
    {
        ["CloudWatch.GetMetricData"] = 0.00001m,
        ["CloudWatch.DescribeAlarms"] = 0.00001m,
        ["CloudWatch.ListMetrics"] = 0.00001m,
        ["S3.HeadBucket"] = 0.0000004m,
        ["S3.ListBuckets"] = 0.000005m,
        ["CostExplorer.GetCostAndUsage"] = 0.01m,
    };

    public static decimal Of(string service, string operation, long units) =>
        units * PerUnit.GetValueOrDefault($"{service}.{operation}");
}
