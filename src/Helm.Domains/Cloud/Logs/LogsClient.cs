using System.Runtime.CompilerServices;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Logs;

/// <summary>Amazon CloudWatch Logs: groups and what was written into them.</summary>
internal sealed class LogsClient(AwsClient aws)
{
    public async IAsyncEnumerable<LogGroup> DescribeLogGroupsAsync(
        string? prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var sent = token;
            var page = await aws.SendAsync(
                AwsService.Logs.Json("DescribeLogGroups", json =>
                {
                    json.WriteOptional("logGroupNamePrefix", prefix);
                    json.WriteOptional("nextToken", sent);
                }),
                reply => reply.Json<LogGroupPage>(),
                cancellation);
            foreach (var group in page.LogGroups ?? [])
            {
                yield return group;
            }

            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
    }

    /// <summary>Events in a window, page after page. An empty page that has a token is normal: there is more behind it.</summary>
    public async IAsyncEnumerable<LogEvent> FilterLogEventsAsync(
        string group,
        string? pattern,
        DateTimeOffset start,
        DateTimeOffset end,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? token = null;
        do
        {
            var sent = token;
            var page = await aws.SendAsync(
                AwsService.Logs.Json("FilterLogEvents", json =>
                {
                    json.WriteString("logGroupName", group);
                    json.WriteOptional("filterPattern", pattern);
                    json.WriteNumber("startTime", start.ToUnixTimeMilliseconds());
                    json.WriteNumber("endTime", end.ToUnixTimeMilliseconds());
                    json.WriteOptional("nextToken", sent);
                }),
                reply => reply.Json<LogEventPage>(),
                cancellation);
            foreach (var entry in page.Events ?? [])
            {
                yield return entry;
            }

            token = page.NextToken;
        }
        while (!string.IsNullOrEmpty(token));
    }
}

/// <summary>Where log lines of one source are kept.</summary>
internal sealed record LogGroup(string LogGroupName, string? Arn, int? RetentionInDays);

/// <summary>One page of DescribeLogGroups.</summary>
internal sealed record LogGroupPage(IReadOnlyList<LogGroup>? LogGroups, string? NextToken);

/// <summary>One log line; its time is in milliseconds since 1970.</summary>
internal sealed record LogEvent(string? LogStreamName, long Timestamp, string Message, string? EventId)
{
    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeMilliseconds(Timestamp);
}

/// <summary>One page of FilterLogEvents.</summary>
internal sealed record LogEventPage(IReadOnlyList<LogEvent>? Events, string? NextToken);
