using System.Globalization;
using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Estate;

/// <summary>Places ECS clusters with their services.</summary>
internal static class EcsPlacement
{
    public static void Place(AccountEstate estate, ResourceSet set)
    {
        foreach (var cluster in set.Clusters)
        {
            estate.Clusters[cluster.Name] = Cluster(estate, cluster);
        }
    }

    private static EcsCluster Cluster(AccountEstate estate, ClusterDefinition definition)
    {
        var cluster = new EcsCluster { Name = definition.Name, Arn = estate.Arn("ecs", $"cluster/{definition.Name}") };
        foreach (var service in definition.Services)
        {
            cluster.Services[service.Name] = Service(estate, cluster, service);
            estate.Metrics.Add(service.Name, "AWS/ECS", [new("ClusterName", cluster.Name), new("ServiceName", service.Name)],
                Profiles.EcsService, Placement.Known(service.Metrics, Profiles.EcsService, service.Name, service.Name));
        }

        return cluster;
    }

    private static EcsService Service(AccountEstate estate, EcsCluster cluster, EcsServiceDefinition definition)
    {
        var family = definition.Family.Length == 0 ? definition.Name : definition.Family;
        var started = estate.Clock.Now - definition.Age;
        for (var revision = 1; revision <= definition.Revision; revision++)
        {
            var arn = estate.Arn("ecs", string.Create(CultureInfo.InvariantCulture, $"task-definition/{family}:{revision}"));
            estate.TaskDefinitions[arn] = new TaskDefinition(
                arn, family, revision, string.Create(CultureInfo.InvariantCulture, $"{definition.Image}:{revision}"), definition.Cpu, definition.Memory,
                started - (TimeSpan.FromDays(7) * (definition.Revision - revision)));
        }

        var service = new EcsService
        {
            Name = definition.Name,
            Arn = estate.Arn("ecs", $"service/{cluster.Name}/{definition.Name}"),
            Cluster = cluster.Name,
            Created = started - TimeSpan.FromDays(200),
            Desired = definition.Desired,
            Before = definition.Desired,
        };
        var task = estate.Arn("ecs", string.Create(CultureInfo.InvariantCulture, $"task-definition/{family}:{definition.Revision}"));
        service.Deployments.Add(new EcsDeployment($"ecs-svc/{Hash.Of(service.Arn) % 10_000_000_000_000_000_000UL:D19}", task, started, started + TimeSpan.FromMinutes(3)));
        service.Events.Add((started + TimeSpan.FromMinutes(3), $"(service {service.Name}) has reached a steady state."));
        return service;
    }
}
