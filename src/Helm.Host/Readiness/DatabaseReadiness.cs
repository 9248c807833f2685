using Helm.Storage.Database;

namespace Helm.Host.Readiness;

/// <summary>The database answers a real question.</summary>
internal sealed class DatabaseReadiness(StorageStart storage) : IReadinessCheck
{
    public string Name => "database";

    public bool Required => true;

    public async Task<ReadinessState> CheckAsync(CancellationToken cancellation) =>
        await storage.ProbeAsync(cancellation) is { } problem ? ReadinessState.Unavailable(problem) : ReadinessState.Ready;
}
