using static Helm.Domains.Cloud.Checks.IndicatorRule;

namespace Helm.Domains.Cloud.Checks;

/// <summary>What is watched of the APIs of API Gateway: the two sorts name and identify their metrics differently.</summary>
internal static class ApiKinds
{
    private const string Namespace = "AWS/ApiGateway";

    /// <summary>CloudWatch knows it by its name, which two of them may bear: then their numbers are one.</summary>
    public static ResourceKind Rest => new()
    {
        Names = ["apigateway", "api_gateway", "rest_api", "aws_api_gateway_rest_api"],
        Namespace = Namespace,
        Dimensions = identity => [new("ApiName", identity.Name)],
        Status = new OneByOne(ApiStatus.RestAsync),
        Traffic = "requests",
        Metrics = Metrics("5XXError"),
        Indicators = Indicators("apigateway"),
    };

    public static ResourceKind Http => new()
    {
        Names = ["apigatewayv2", "http_api", "aws_apigatewayv2_api"],
        Namespace = Namespace,
        Dimensions = identity => [new("ApiId", identity.Name)],
        Status = new OneByOne(ApiStatus.HttpAsync),
        Traffic = "requests",
        Metrics = Metrics("5xx"),
        Indicators = Indicators("apigatewayv2"),
    };

    private static MetricRule[] Metrics(string serverErrors) =>
    [
        new("requests", "Count", "Sum", Absence.IsZero),
        new("errors_5xx", serverErrors, "Sum", Absence.IsZero),
        new("p95_latency", "Latency", "p95", Absence.IsUnknown) { WeightedBy = "requests" },
    ];

    private static IndicatorRule[] Indicators(string type) =>
    [
        new("error_rate_5xx", "%", Formula.Percent("errors_5xx", "requests"))
        {
            Target = FromThreshold(type, "error_rate_5xx_percent"), Affected = "errors_5xx", Total = "requests",
        },
    ];
}
