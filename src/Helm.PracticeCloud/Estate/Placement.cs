using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Estate;

/// <summary>Places the resources of a document into an account.</summary>
internal static class Placement
{
    public const string ServiceNamespace = "Company/Services";

    /// <summary>Adds everything and returns the names of the resources. Nothing is added when one cannot be.</summary>
    public static IReadOnlyList<string> Place(AccountEstate estate, ResourceSet set, string file)
    {
        var names = ResourceNames.Distinct(estate, set, file);
        LambdaPlacement.Place(estate, set);
        EcsPlacement.Place(estate, set);
        StorePlacement.Place(estate, set, file);
        EdgePlacement.Place(estate, set);
        HostPlacement.Place(estate, set, file);
        ApiPlacement.Place(estate, set, file);
        estate.Metrics.AddAll(set.Services.Select(service => new SeriesGroup(
            service.Name, ServiceNamespace, [new("Service", service.Name)], Profiles.ApplicationService, Known(service.Metrics, Profiles.ApplicationService, service.Name, file))));
        WatchPlacement.Place(estate, set, file);
        AuditPlacement.Place(estate, set);
        return names;
    }

    public static void Remove(AccountEstate estate, IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            AuditPlacement.Remove(estate, name);
            estate.Metrics.Remove(name);
            estate.Functions.Remove(name);
            estate.Databases.Remove(name);
            estate.Clusters.Remove(name);
            estate.Buckets.Remove(name);
            estate.LogGroups.Remove(name);
            estate.Alarms.Remove(name);
            Drop(estate.Caches, pair => pair.Resource == name);
            Drop(estate.Distributions, pair => pair.Name == name);
            HostPlacement.Remove(estate, name);
            ApiPlacement.Remove(estate, name);
            foreach (var cluster in estate.Clusters.Values)
            {
                cluster.Services.Remove(name);
            }
        }
    }

    public static IReadOnlyDictionary<string, MetricSettings>? Known(
        IReadOnlyDictionary<string, MetricSettings>? settings, IReadOnlyList<SeriesProfile> profiles, string resource, string file)
    {
        var unknown = settings?.Keys.FirstOrDefault(metric => profiles.All(profile => profile.Metric != metric));
        return unknown is null
            ? settings
            : throw new DataFileException(file, $"{resource}.metrics.{unknown}", $"is no metric of this kind of resource; it has {string.Join(", ", profiles.Select(p => p.Metric))}");
    }

    public static void Drop<T>(SortedDictionary<string, T> map, Predicate<T> which)
    {
        foreach (var key in map.Where(pair => which(pair.Value)).Select(pair => pair.Key).ToArray())
        {
            map.Remove(key);
        }
    }
}
