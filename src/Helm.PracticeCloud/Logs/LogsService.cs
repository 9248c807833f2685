using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Logs;

/// <summary>CloudWatch Logs.</summary>
internal static class LogsService
{
    public static AwsService Create()
    {
        var insights = new Insights();
        return new("logs", WireProtocol.Json, "1.1",
        [
            new("DescribeLogGroups", LogGroups.Describe),
            new("FilterLogEvents", LogFilter.Filter),
            new("StartQuery", insights.Start),
            new("GetQueryResults", insights.GetResults),
            new("StopQuery", insights.Stop),
        ])
        {
            Target = "Logs_20140328",
            TakesGateItself = true,
        };
    }
}
