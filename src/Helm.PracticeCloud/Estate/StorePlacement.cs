using System.Globalization;
using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Estate;

/// <summary>Places databases, their parameter groups and caches.</summary>
internal static class StorePlacement
{
    public static void Place(AccountEstate estate, ResourceSet set, string file)
    {
        foreach (var group in set.ParameterGroups)
        {
            estate.ParameterGroups[group.Name] = Group(estate, group);
        }

        foreach (var database in set.Databases)
        {
            PlaceDatabase(estate, database, file);
        }

        foreach (var cache in set.Caches)
        {
            PlaceCache(estate, cache, file);
        }
    }

    private static ParameterGroup Group(AccountEstate estate, ParameterGroupDefinition definition)
    {
        var group = new ParameterGroup
        {
            Name = definition.Name,
            Arn = estate.Arn("rds", $"pg:{definition.Name}"),
            Family = definition.Family,
            Description = definition.Description,
        };
        foreach (var (name, value) in definition.Parameters)
        {
            group.Values[name] = new SetParameter(value, "pending-reboot");
        }

        return group;
    }

    private static void PlaceDatabase(AccountEstate estate, DatabaseDefinition database, string file)
    {
        if (!estate.ParameterGroups.ContainsKey(database.ParameterGroup))
        {
            throw new DataFileException(file, $"{database.Name}.parameter_group", $"{database.ParameterGroup} is not among the parameter groups");
        }

        estate.Databases[database.Name] = new DatabaseInstance
        {
            Name = database.Name,
            Arn = estate.Arn("rds", $"db:{database.Name}"),
            Engine = database.Engine,
            EngineVersion = database.EngineVersion,
            Class = database.Class,
            ParameterGroup = database.ParameterGroup,
            StorageGb = database.StorageGb,
            MultiAz = database.MultiAz,
            Created = estate.Clock.Now - database.Age,
        };
        estate.Metrics.Add(database.Name, "AWS/RDS", [new("DBInstanceIdentifier", database.Name)],
            Profiles.Database, Placement.Known(database.Metrics, Profiles.Database, database.Name, file));
        estate.Events.AddRange(database.Events.Select(e =>
            new ServiceEvent("rds", database.Name, "db-instance", estate.Clock.Now - e.Ago, e.Message, e.Categories ?? [])));
    }

    private static void PlaceCache(AccountEstate estate, CacheDefinition cache, string file)
    {
        var settings = Placement.Known(cache.Metrics, Profiles.Cache, cache.Name, file);
        for (var node = 1; node <= cache.Nodes; node++)
        {
            var id = cache.Nodes == 1 ? cache.Name : string.Create(CultureInfo.InvariantCulture, $"{cache.Name}-{node:D3}");
            estate.Caches[id] = new CacheCluster
            {
                Id = id,
                Arn = estate.Arn("elasticache", $"cluster:{id}"),
                Resource = cache.Name,
                Engine = cache.Engine,
                EngineVersion = cache.EngineVersion,
                NodeType = cache.NodeType,
                Grouped = cache.Nodes > 1,
                Created = estate.Clock.Now - cache.Age,
            };
            estate.Metrics.Add(cache.Name, "AWS/ElastiCache", [new("CacheClusterId", id)], Profiles.Cache, settings);
        }

        estate.Events.AddRange(cache.Events.Select(e =>
            new ServiceEvent("elasticache", cache.Name, "cache-cluster", estate.Clock.Now - e.Ago, e.Message, e.Categories ?? [])));
    }
}
