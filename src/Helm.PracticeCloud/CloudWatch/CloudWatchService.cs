using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CloudWatch;

/// <summary>CloudWatch, in JSON 1.0 and in Query.</summary>
internal static class CloudWatchService
{
    public static AwsService Create() => new("monitoring", WireProtocol.Json, "1.0",
    [
        new("GetMetricData", MetricData.Get),
        new("GetMetricStatistics", MetricStatistics.Get),
        new("ListMetrics", MetricList.List),
        new("DescribeAlarms", Alarms.Describe),
    ])
    {
        Target = "GraniteServiceVersion20100801",
        XmlNamespace = "http://monitoring.amazonaws.com/doc/2010-08-01/",
        TakesGateItself = true,
        JsonErrors = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ValidationError"] = "ValidationException",
            ["InvalidParameterValue"] = "InvalidParameterValueException",
            ["InvalidParameterCombination"] = "InvalidParameterCombinationException",
        },
        Throttle = ("ThrottlingException", 400),
    };
}
