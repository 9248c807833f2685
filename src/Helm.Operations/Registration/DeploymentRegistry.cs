using Helm.Operations.Environments;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Registration;

/// <summary>Where deployments are registered, one by one or by importing the creating side's file.</summary>
/// <remarks>
/// A file is authoritative for what it imported: a deployment that it no longer names is removed, and its issues
/// are resolved with that reason. Deployments that came one by one stay until they are removed one by one.
/// </remarks>
public sealed class DeploymentRegistry(IDeploymentStore store, EnvironmentDirectory environments)
{
    /// <summary>The source of what was registered one by one.</summary>
    public const string Api = "api";

    /// <summary>Registers or replaces; it is checked at the next opportunity.</summary>
    public Task RegisterAsync(Deployment deployment, CancellationToken cancellation) =>
        store.UpsertAsync([Canonical(deployment)], Api, cancellation);

    /// <summary>Reads one deployment and registers it; with errors nothing is registered.</summary>
    public async Task<RegistryReading> RegisterAsync(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var reading = RegistryParser.ParseDeployment(json);
        if (reading.IsValid)
        {
            await RegisterAsync(reading.Deployments[0], cancellation);
        }

        return reading;
    }

    /// <summary>Makes the deployments of a source exactly these.</summary>
    public Task<ImportResult> ImportAsync(
        IReadOnlyList<Deployment> deployments, string origin, CancellationToken cancellation) =>
        store.ReplaceAsync([.. deployments.Select(Canonical)], origin, cancellation);

    /// <summary>False when there is no such deployment.</summary>
    public Task<bool> RemoveAsync(string deploymentId, CancellationToken cancellation) =>
        store.RemoveAsync(deploymentId, cancellation);

    /// <summary>"production" in a file is the environment that people configured under that name.</summary>
    private Deployment Canonical(Deployment deployment) =>
        deployment with { Environment = environments.Find(deployment.Environment)?.Name ?? deployment.Environment };
}

/// <summary>Keeps deployments; each call is one transaction that also schedules checks and resolves issues.</summary>
public interface IDeploymentStore
{
    Task UpsertAsync(IReadOnlyList<Deployment> deployments, string origin, CancellationToken cancellation);

    Task<ImportResult> ReplaceAsync(
        IReadOnlyList<Deployment> deployments, string origin, CancellationToken cancellation);

    Task<bool> RemoveAsync(string deploymentId, CancellationToken cancellation);
}

/// <summary>What an import did.</summary>
public sealed record ImportResult(int Registered, int Removed);
