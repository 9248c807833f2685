using Helm.PracticeCloud.Metrics;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CloudWatch;

/// <summary>ListMetrics: 500 a page.</summary>
internal static class MetricList
{
    public static void List(AwsCall call, AnswerWriter answer)
    {
        var ns = call.Input.Text("Namespace");
        var metric = call.Input.Text("MetricName");
        var filters = call.Input.Items("Dimensions").Select(d => (Name: d.Text("Name"), Value: d.Text("Value"))).ToArray();
        var matching = call.Estate.Metrics.All.Where(series =>
            (ns is null || series.Namespace == ns) && (metric is null || series.Metric == metric)
            && Array.TrueForAll(filters, filter => series.Dimensions.Any(d => d.Key == filter.Name && (filter.Value is null || d.Value == filter.Value))));
        var (page, next) = Paging.Page(matching, call.Input.Text("NextToken"), 500, "InvalidParameterValue");
        answer.List("Metrics", "member", page, series => Write(answer, series));
        answer.Text("NextToken", next);
    }

    private static void Write(AnswerWriter answer, Series series)
    {
        answer.Text("Namespace", series.Namespace);
        answer.Text("MetricName", series.Metric);
        Dimensions.Write(answer, series.Dimensions);
    }
}
