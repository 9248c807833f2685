using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Data;

namespace Helm.PracticeCloud.Estate;

/// <summary>The names of what a document adds.</summary>
internal static class ResourceNames
{
    private static IEnumerable<string> Of(ResourceSet set) =>
        set.Lambdas.Select(r => r.Name)
            .Concat(set.Databases.Select(r => r.Name))
            .Concat(set.Clusters.Select(r => r.Name))
            .Concat(set.Clusters.SelectMany(c => c.Services).Select(r => r.Name))
            .Concat(set.Caches.Select(r => r.Name))
            .Concat(set.Buckets.Select(r => r.Name))
            .Concat(set.Distributions.Select(r => r.Name))
            .Concat(set.Hosts.Select(r => r.Name))
            .Concat(set.Apis.Select(r => r.Name))
            .Concat(set.Services.Select(r => r.Name))
            .Concat(set.LogGroups.Select(r => r.Name))
            .Concat(set.Alarms.Select(r => r.Name))
            .Concat(AuditPlacement.Names(set));

    // Effects and overlays name a resource by its name alone, so a name stands for one thing in an account.
    public static IReadOnlyList<string> Distinct(AccountEstate estate, ResourceSet set, string file)
    {
        string[] names = [.. Of(set)];
        var taken = estate.Metrics.All.Select(series => series.Resource)
            .Concat(estate.LogGroups.Keys).Concat(estate.Alarms.Keys).Concat(estate.Clusters.Keys)
            .Concat(AuditPlacement.Names(estate))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!taken.Add(name))
            {
                throw new DataFileException(file, name, $"is the name of two resources in account {estate.AccountId}; each needs its own");
            }
        }

        return names;
    }
}
