using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Monitoring;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Reads everything that a check needs in one region of one account: states, metrics and alarms side by side.</summary>
internal sealed class PlaceCheck(CloudConnections connections, MetricWindow window, string serviceNamespace)
{
    public async Task ReadAsync(CloudPlace place, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        try
        {
            var connection = await connections.ConnectAsync(place, cancellation);
            await Task.WhenAll(
                ReadStatusAsync(connection, subjects, cancellation),
                ReadMetricsAsync(connection, subjects, cancellation),
                ReadAlarmsAsync(connection, subjects, cancellation));
        }
        catch (CloudException fault)
        {
            foreach (var subject in subjects)
            {
                subject.Obstacle = fault.Message;
            }
        }
    }

    private static Task ReadStatusAsync(
        CloudConnection connection, IReadOnlyList<Subject> subjects, CancellationToken cancellation) =>
        Task.WhenAll(subjects
            .Where(subject => subject.Kind?.Status is not null && subject.Wants(CheckKind.ResourceStatus))
            .GroupBy(subject => subject.Kind!.Status!)
            .Select(kind => kind.Key.ReadAsync(connection, [.. kind], cancellation)));

    private async Task ReadMetricsAsync(
        CloudConnection connection, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var queries = new List<MetricQuery>();
        foreach (var subject in subjects.Where(subject => subject.Kind is not null && subject.Wants(CheckKind.Metrics)))
        {
            subject.FirstSeries = queries.Count;
            queries.AddRange(subject.Kind!.Metrics.Select(rule => new MetricQuery(
                rule.Namespace ?? subject.Kind.Namespace ?? serviceNamespace, rule.Metric, rule.Statistic, subject.Dimensions)));
        }

        if (queries.Count == 0)
        {
            return;
        }

        var series = await new MetricSweep(connection.CloudWatch).RunAsync(queries, window, cancellation);
        foreach (var subject in subjects.Where(subject => subject.FirstSeries >= 0))
        {
            subject.Series = new ArraySegment<MetricSeries>(series, subject.FirstSeries, subject.Kind!.Metrics.Count);
        }
    }

    private static async Task ReadAlarmsAsync(
        CloudConnection connection, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var watched = subjects.Where(subject => subject.Wants(CheckKind.Alarms)).ToArray();
        if (watched.Length == 0)
        {
            return;
        }

        var board = new AlarmBoard(watched);
        try
        {
            await foreach (var alarm in connection.CloudWatch.DescribeAlarmsAsync(null, cancellation))
            {
                foreach (var subject in board.Named(alarm))
                {
                    subject.Alarms.Add(alarm);
                }
            }
        }
        catch (CloudException fault)
        {
            foreach (var subject in watched)
            {
                subject.AlarmObstacle = fault.Message;
            }
        }
    }
}
