using Helm.Domains.Cloud.CloudWatch;
using Helm.Operations.Monitoring;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Finds the resources that alarms are about: those that have all of their kind's dimensions.</summary>
internal sealed class AlarmBoard
{
    private readonly ILookup<string, Subject> _subjects;
    private readonly string[][] _shapes;

    public AlarmBoard(IEnumerable<Subject> subjects)
    {
        var known = subjects.Where(subject => subject.Dimensions.Count > 0).ToArray();
        _subjects = known.ToLookup(subject => Key(Identifying(subject.Dimensions)), StringComparer.Ordinal);
        _shapes = [.. known
            .Select(subject => Identifying(subject.Dimensions).Select(dimension => dimension.Name).ToArray())
            .DistinctBy(names => string.Join(';', names))];
    }

    /// <summary>The subjects that an alarm names; usually one, none for what is not ours.</summary>
    public IEnumerable<Subject> Named(MetricAlarm alarm) =>
        alarm.Metrics.SelectMany(metric => _shapes.SelectMany(shape => Find(metric, shape))).Distinct();

    /// <summary>How many alarms name a deployment's resources, each alarm once.</summary>
    public static AlarmCounts Count(IEnumerable<Subject> subjects)
    {
        var alarms = subjects.SelectMany(subject => subject.Alarms).DistinctBy(alarm => alarm.Name).ToArray();
        return new(
            alarms.Count(alarm => alarm.State == MetricAlarm.Quiet),
            alarms.Count(alarm => alarm.State == MetricAlarm.Firing),
            alarms.Count(alarm => alarm.State is not (MetricAlarm.Quiet or MetricAlarm.Firing)));
    }

    private IEnumerable<Subject> Find(AlarmMetric metric, string[] shape)
    {
        var values = new List<Dimension>(shape.Length);
        foreach (var name in shape)
        {
            var found = metric.Dimensions.FirstOrDefault(dimension => dimension.Name == name);
            if (found.Name is null)
            {
                return [];
            }

            values.Add(found);
        }

        return _subjects[Key(values)];
    }

    // CloudFront's Region=Global and S3's FilterId are no part of what the resource is.
    private static IEnumerable<Dimension> Identifying(IEnumerable<Dimension> dimensions) =>
        dimensions.Where(dimension => dimension.Name is not ("Region" or "FilterId"));

    private static string Key(IEnumerable<Dimension> dimensions) =>
        string.Join(';', dimensions.Select(dimension => $"{dimension.Name}={dimension.Value}"));
}
