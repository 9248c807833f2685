using Helm.Operations.Monitoring;

namespace Helm.Operations.Discovery;

/// <summary>Proposes registry entries for what is in an account and not registered yet. It writes nothing.</summary>
public sealed class Discoverer(IEnumerable<IResourceFinder> finders, IDeploymentReader deployments, TimeProvider time)
{
    private const string Services = "service";

    /// <summary>Null when no account is configured that could be looked into.</summary>
    public async Task<Discovery?> DiscoverAsync(string environment, ResourceTag? tag, CancellationToken cancellation)
    {
        if (finders.FirstOrDefault() is not { } finder)
        {
            return null;
        }

        var found = await finder.FindAsync(environment, tag, cancellation);
        var registered = (await deployments.ListAsync(cancellation)).Where(one => one.Environment == environment).ToList();
        var resources = found.Resources
            .OrderBy(one => one.Type, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => new DiscoveredResource(one.Type, one.Name, one.Arn, RegisteredIn(one, registered)))
            .ToList();
        return new(environment, found.Account, resources, found.Problems, Proposed(environment, resources, registered));
    }

    private static string? RegisteredIn(FoundResource found, IEnumerable<Deployment> registered) =>
        registered.FirstOrDefault(deployment => deployment.Resources.Any(one => IsSame(one, found)))?.Id;

    /// <summary>By its ARN, else by type and name: a cache is registered as its group or as its node. Only services of ECS may bear one name in two clusters.</summary>
    private static bool IsSame(DeployedResource registered, FoundResource found) =>
        string.Equals(registered.Arn, found.Arn, StringComparison.Ordinal)
        || ((registered.Arn is null || found.Type != "ecs")
            && string.Equals(registered.Name, found.Name, StringComparison.OrdinalIgnoreCase)
            && string.Equals(registered.Type, found.Type, StringComparison.OrdinalIgnoreCase));

    /// <summary>One deployment for each domain; application services are not infrastructure.</summary>
    private List<Deployment> Proposed(string environment, IEnumerable<DiscoveredResource> resources, IReadOnlyList<Deployment> registered) =>
    [
        .. resources.Where(one => one.RegisteredIn is null)
            .GroupBy(one => one.Type == Services ? "application" : "infrastructure")
            .OrderByDescending(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Deployment
            {
                Id = FreeId($"discovered-{environment}-{group.Key}", registered),
                Domain = group.Key,
                Environment = environment,
                DeployedAt = Whole(time.GetUtcNow()),
                DeployedBy = "heyhelm discover",
                Resources = [.. group.Select(one => new DeployedResource(one.Type, one.Name, one.Arn))],
            }),
    ];

    /// <summary>Registering under a name that is taken would replace what it stands for.</summary>
    private static string FreeId(string wanted, IReadOnlyList<Deployment> registered)
    {
        var id = wanted;
        for (var number = 2; registered.Any(one => one.Id == id); number++)
        {
            id = FormattableString.Invariant($"{wanted}-{number}");
        }

        return id;
    }

    private static DateTimeOffset Whole(DateTimeOffset time) => new(time.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}

/// <summary>What is in an account, and what of it could be registered.</summary>
public sealed record Discovery(
    string Environment, string? Account, IReadOnlyList<DiscoveredResource> Found, IReadOnlyList<ListingProblem> Problems, IReadOnlyList<Deployment> Proposed);

/// <summary>A resource of the account.</summary>
/// <param name="RegisteredIn">The id of the deployment that has it; null for none.</param>
public sealed record DiscoveredResource(string Type, string Name, string Arn, string? RegisteredIn);
