using Helm.Operations.Monitoring;

namespace Helm.Operations.Overviews;

/// <summary>The resources of several deployments, each once: what the latest report says of it, or unknown.</summary>
internal static class ResourceMerge
{
    public static IReadOnlyList<ResourceHealth> Of(IReadOnlyList<WatchedDeployment> watched) =>
        [.. watched
            .SelectMany(one => one.Deployment.Resources.Zip(HealthOf(one), (resource, health) => (one, resource, health)))
            .GroupBy(found => (found.resource.Type, found.resource.Name))
            .Select(same => same.MaxBy(found => found.one.Report?.Timestamp ?? DateTimeOffset.MinValue).health)];

    private static IEnumerable<ResourceHealth> HealthOf(WatchedDeployment one)
    {
        var reported = new Dictionary<(string, string), ResourceHealth>();
        foreach (var health in one.Report?.Resources ?? [])
        {
            reported[(health.Resource.Type, health.Resource.Name)] = health;
        }

        return one.Deployment.Resources.Select(resource =>
            reported.GetValueOrDefault((resource.Type, resource.Name)) is not { } health
                ? new() { Resource = resource, Health = Health.Unknown }
                : one.Stale ? Outdated(health) : health);
    }

    /// <summary>Old values are not shown as if they were measured now.</summary>
    private static ResourceHealth Outdated(ResourceHealth health) =>
        new() { Resource = health.Resource, Health = Health.Unknown };
}
