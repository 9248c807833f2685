namespace Helm.Operations.Monitoring;

/// <summary>Watches one domain: what to ask of it, and what the answer means.</summary>
public interface IDomainMonitor
{
    DomainRegistration Registration { get; }

    /// <summary>
    /// Checks deployments together, so that calls can be shared. One report for each deployment, in the given order;
    /// what could not be read is <see cref="Health.Unknown"/> and says why. Throws only when cancelled.
    /// </summary>
    Task<IReadOnlyList<HealthReport>> CheckAsync(IReadOnlyList<Deployment> deployments, CancellationToken cancellation);

    /// <summary>The cheap look between checks: the ids of the deployments with an alarm that fires.</summary>
    Task<IReadOnlySet<string>> AlarmedAsync(IReadOnlyList<Deployment> deployments, CancellationToken cancellation);
}

/// <summary>How a domain introduces itself; the entry of the domain registry.</summary>
public sealed record DomainRegistration
{
    public required string Domain { get; init; }

    /// <summary>The full name, <c>fractary-helm-cloud</c>; deployments name it as their watcher.</summary>
    public required string Plugin { get; init; }

    /// <summary>As the dashboard shows it: <c>helm-cloud</c>.</summary>
    public string ShortName => Plugin.StartsWith("fractary-", StringComparison.Ordinal) ? Plugin[9..] : Plugin;

    public required string Version { get; init; }

    public required string Manager { get; init; }

    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public IReadOnlyList<string> Environments { get; init; } = [];

    public IReadOnlyDictionary<string, SloTarget> Slos { get; init; } = new Dictionary<string, SloTarget>();

    public IReadOnlyList<string> EscalationChannels { get; init; } = [];

    /// <summary>What the domain's units are called: resources, services.</summary>
    public string UnitName { get; init; } = "resources";

    /// <summary>The prefix of issue ids: <c>infra</c> for <c>infra-001</c>.</summary>
    public required string IssuePrefix { get; init; }
}

/// <summary>One service level objective in the registry: 200 <c>ms</c>.</summary>
public sealed record SloTarget(decimal Target, string Unit);
