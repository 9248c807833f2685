using System.Collections.Concurrent;
using Helm.Operations.Monitoring;

namespace Helm.Storage.Tests;

/// <summary>A domain whose findings the test decides.</summary>
internal sealed class ScriptedMonitor : IDomainMonitor
{
    public DomainRegistration Registration { get; init; } = Sample.Infrastructure;

    /// <summary>What a check finds; healthy unless the test says otherwise.</summary>
    public Func<Deployment, HealthReport>? Finds { get; set; }

    /// <summary>Awaited within each check.</summary>
    public Func<CancellationToken, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    public HashSet<string> Alarmed { get; } = [];

    public ConcurrentQueue<IReadOnlyList<string>> Checks { get; } = new();

    public async Task<IReadOnlyList<HealthReport>> CheckAsync(
        IReadOnlyList<Deployment> deployments, CancellationToken cancellation)
    {
        Checks.Enqueue([.. deployments.Select(deployment => deployment.Id)]);
        await Meanwhile(cancellation);
        return [.. deployments.Select(deployment => Finds!(deployment))];
    }

    public Task<IReadOnlySet<string>> AlarmedAsync(
        IReadOnlyList<Deployment> deployments, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<string>>(deployments.Select(one => one.Id).Where(Alarmed.Contains).ToHashSet());
}
