using Helm.Operations.Issues;

namespace Helm.Host.Readiness;

/// <summary>The database answers a real question.</summary>
internal sealed class DatabaseReadiness(IIssueReader issues) : IReadinessCheck
{
    public string Name => "database";

    public bool Required => true;

    public async Task<ReadinessState> CheckAsync(CancellationToken cancellation)
    {
        await issues.CountAsync(new(), cancellation);
        return ReadinessState.Ready;
    }
}
