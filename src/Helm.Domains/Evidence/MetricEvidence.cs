using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Subject = Helm.Domains.Cloud.Checks.Subject;

namespace Helm.Domains.Evidence;

/// <summary>The metrics of many resources, 500 a call; one answer for each resource.</summary>
internal sealed class MetricEvidence(string serviceNamespace)
{
    private const int MostPoints = 300;

    public async Task<IReadOnlyList<Answered>> AskAsync(CloudConnection connection, IReadOnlyList<Subject> subjects, EvidenceRequest request, CancellationToken cancellation)
    {
        var asked = subjects.Select(subject => (Subject: subject, Row: EvidenceTable.All[subject.Kind!.Names[0]])).ToList();
        var queries = asked.SelectMany(one => Queries(one.Subject, one.Row)).ToList();
        var window = Window(request);
        var series = await new MetricSweep(connection.CloudWatch).RunAsync(queries, window, cancellation);
        var answers = new List<Answered>();
        var at = 0;
        foreach (var (subject, row) in asked)
        {
            answers.Add(Answer(subject, row, series.AsSpan(at, row.Metrics.Length), window));
            at += row.Metrics.Length;
        }

        return answers;
    }

    /// <summary>Of what shares a limit with these.</summary>
    public async Task<IReadOnlyList<Answered>> AskAroundAsync(CloudConnection connection, IReadOnlyList<Subject> subjects, EvidenceRequest request, CancellationToken cancellation) =>
        Neighbours.Filled(await AskAsync(connection, await Neighbours.FindAsync(connection, subjects, cancellation), request, cancellation), Window(request));

    private IEnumerable<MetricQuery> Queries(Subject subject, EvidenceRow row) => row.Metrics.Select(metric =>
        new MetricQuery(metric.Namespace ?? subject.Kind!.Namespace ?? serviceNamespace, metric.Metric, metric.Statistic, subject.Dimensions));

    private static Answered Answer(Subject subject, EvidenceRow row, ReadOnlySpan<MetricSeries> series, MetricWindow window)
    {
        var traces = new List<Trace>();
        string? problem = null;
        for (var at = 0; at < series.Length; at++)
        {
            if (series[at].Status != SeriesStatus.Complete)
            {
                problem ??= $"{row.Metrics[at].Metric} is not complete. {series[at].Note}".TrimEnd();
            }

            var metric = row.Metrics[at];
            traces.Add(new(subject.Resource.Name, metric.Metric, metric.Unit, [.. series[at].Points.OrderBy(point => point.Time).Select(point => new MetricPoint((long)point.Time, point.Value))]));
        }

        return new(
            FormattableString.Invariant($"GetMetricData {subject.Resource.Name}: {string.Join(", ", row.Metrics.Select(metric => metric.Metric))}, {window.Start.UtcDateTime:HH:mm} to {window.End.UtcDateTime:HH:mm}"),
            new() { Traces = traces, Components = [new(subject.Resource.Name, subject.Kind!.Names[0])] }, problem);
    }

    /// <summary>A value a minute, or fewer over long spans.</summary>
    private static MetricWindow Window(EvidenceRequest request)
    {
        var length = request.To - request.From;
        var period = TimeSpan.FromMinutes(Math.Max(1, Math.Ceiling(length.TotalMinutes / MostPoints)));
        return MetricWindow.Before(request.To, new TimeSpan(length.Ticks / period.Ticks * period.Ticks), period);
    }
}
