namespace Helm.Operations.Monitoring;

/// <summary>Reads what is registered.</summary>
public interface IDeploymentReader
{
    /// <summary>All registered deployments, those with monitoring switched off included.</summary>
    Task<IReadOnlyList<Deployment>> ListAsync(CancellationToken cancellation);
}
