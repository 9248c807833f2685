using System.Runtime.CompilerServices;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.CloudWatch;

/// <summary>Amazon CloudWatch: metrics and alarms.</summary>
internal sealed class CloudWatchClient(AwsClient aws)
{
    /// <summary>AWS's limit of queries in one call.</summary>
    public const int MostQueries = 500;

    private const int AlarmsPerPage = 100;

    /// <summary>One page of series; returns the token of the next.</summary>
    public Task<string?> GetMetricDataAsync(
        MetricBatch batch,
        MetricWindow window,
        string? token,
        Action<int, MetricSeries> take,
        CancellationToken cancellation)
    {
        // The page is taken only when all of it was read: a broken page is asked again and must not count twice.
        List<(int Index, MetricSeries Series)> page = new(batch.Indexes.Count);
        return TakeAsync();

        async Task<string?> TakeAsync()
        {
            var next = await aws.SendAsync(
                AwsService.CloudWatch.Json("GetMetricData", json => MetricPage.WriteQueries(json, batch, window, token)),
                reply =>
                {
                    page.Clear();
                    return MetricPage.Read(reply.Body.Span, (index, series) => page.Add((index, series)));
                },
                cancellation);
            foreach (var (index, series) in page)
            {
                take(index, series);
            }

            return next;
        }
    }

    /// <summary>Every metric alarm, or those in one state, page after page.</summary>
    public async IAsyncEnumerable<MetricAlarm> DescribeAlarmsAsync(
        string? state, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var page = await aws.SendAsync(AlarmCall(state, token), AlarmPage.Read, cancellation);
            foreach (var alarm in page.Alarms)
            {
                yield return alarm;
            }

            token = page.NextToken;
        }
        while (token is not null);
    }

    /// <summary>The metrics that exist, page after page; for a namespace, or all.</summary>
    public async IAsyncEnumerable<ListedMetric> ListMetricsAsync(
        string? ofNamespace, string? metric, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var sent = token;
            var page = await aws.SendAsync(
                AwsService.CloudWatch.Json("ListMetrics", json =>
                {
                    json.WriteOptional("Namespace", ofNamespace);
                    json.WriteOptional("MetricName", metric);
                    json.WriteOptional("NextToken", sent);
                }),
                reply => reply.Json<ListedMetrics>(),
                cancellation);
            foreach (var listed in page.Metrics ?? [])
            {
                yield return listed;
            }

            token = page.NextToken is { Length: > 0 } next ? next : null;
        }
        while (token is not null);
    }

    private static AwsCall AlarmCall(string? state, string? token) =>
        AwsService.CloudWatch.Json("DescribeAlarms", json =>
        {
            json.WriteNumber("MaxRecords", AlarmsPerPage);
            json.WriteStrings("AlarmTypes", ["MetricAlarm"]);
            json.WriteOptional("StateValue", state);
            json.WriteOptional("NextToken", token);
        });
}
