using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.LogLines;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Estate;

/// <summary>Places log groups and alarms.</summary>
internal static class WatchPlacement
{
    public static void Place(AccountEstate estate, ResourceSet set, string file)
    {
        foreach (var group in set.LogGroups)
        {
            PlaceLogGroup(estate, group);
        }

        foreach (var alarm in set.Alarms)
        {
            estate.Alarms[alarm.Name] = AlarmOf(estate, alarm, file);
        }
    }

    private static void PlaceLogGroup(AccountEstate estate, LogGroupDefinition definition)
    {
        var created = (estate.Clock.Now - definition.Age).ToUnixTimeMilliseconds();
        var group = new LogGroup(definition.Name, created, definition.RetentionDays);
        group.Change(_ => [.. definition.Lines.Select(line => new LogSource(definition.Name, line, estate.Seed) { From = created })]);
        estate.LogGroups[definition.Name] = group;
    }

    private static Alarm AlarmOf(AccountEstate estate, AlarmDefinition alarm, string file)
    {
        var series = estate.Metrics.Of(alarm.Resource, alarm.Metric).FirstOrDefault()
            ?? throw new DataFileException(file, $"alarms.{alarm.Name}", $"{alarm.Resource} has no metric {alarm.Metric}");
        var statistic = Statistic.Find(alarm.Statistic)
            ?? throw new DataFileException(file, $"alarms.{alarm.Name}.statistic", $"is not one of {Statistic.Supported}");
        return new Alarm(alarm, estate.Arn("cloudwatch", $"alarm:{alarm.Name}"), series, statistic);
    }
}
