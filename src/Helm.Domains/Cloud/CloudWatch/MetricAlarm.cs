using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.CloudWatch;

/// <summary>An alarm on one metric, or on an expression over several.</summary>
internal sealed record MetricAlarm(
    string Name, string State, string Reason, IReadOnlyList<AlarmMetric> Metrics)
{
    public const string Firing = "ALARM";
    public const string Quiet = "OK";
}

/// <summary>A metric that an alarm looks at.</summary>
internal sealed record AlarmMetric(string Namespace, string Metric, IReadOnlyList<Dimension> Dimensions);

/// <summary>One page of DescribeAlarms.</summary>
internal sealed record AlarmPage(IReadOnlyList<MetricAlarm> Alarms, string? NextToken)
{
    public static AlarmPage Read(AwsReply reply)
    {
        var page = reply.Json<AlarmsBody>();
        return new(
            [.. (page.MetricAlarms ?? []).Select(alarm => alarm.ToAlarm())],
            page.NextToken is { Length: > 0 } token ? token : null);
    }
}

/// <summary>DescribeAlarms as it is on the wire.</summary>
internal sealed record AlarmsBody(IReadOnlyList<AlarmBody>? MetricAlarms, string? NextToken);

/// <summary>One alarm on the wire: either the metric itself, or queries with metrics in them.</summary>
internal sealed record AlarmBody(
    string AlarmName,
    string? StateValue,
    string? StateReason,
    string? Namespace,
    string? MetricName,
    IReadOnlyList<Dimension>? Dimensions,
    IReadOnlyList<AlarmQueryBody>? Metrics)
{
    public MetricAlarm ToAlarm() => new(
        AlarmName,
        StateValue ?? "",
        StateReason ?? "",
        MetricName is null
            ? [.. Queried().Select(metric => metric.ToAlarmMetric())]
            : [new ListedMetric(Namespace, MetricName, Dimensions).ToAlarmMetric()]);

    private IEnumerable<ListedMetric> Queried() =>
        (Metrics ?? []).Select(query => query.MetricStat?.Metric).OfType<ListedMetric>();
}

/// <summary>A query within an alarm.</summary>
internal sealed record AlarmQueryBody(AlarmStatBody? MetricStat);

/// <summary>The metric within a query.</summary>
internal sealed record AlarmStatBody(ListedMetric? Metric);

/// <summary>A metric as ListMetrics names it.</summary>
internal sealed record ListedMetric(string? Namespace, string? MetricName, IReadOnlyList<Dimension>? Dimensions)
{
    public AlarmMetric ToAlarmMetric() => new(Namespace ?? "", MetricName ?? "", Dimensions ?? []);
}

/// <summary>One page of ListMetrics.</summary>
internal sealed record ListedMetrics(IReadOnlyList<ListedMetric>? Metrics, string? NextToken);
