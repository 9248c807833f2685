using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Audits;
using Helm.Operations.Budget;
using Helm.Operations.Discovery;
using Helm.Operations.Investigation;
using Helm.Operations.Monitoring;
using Helm.Operations.Remediation.Remedies;
using Helm.PracticeCloud;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Domains.Tests.Cloud;

/// <summary>A practice cloud and Helm's AWS side, wired as the host wires them.</summary>
internal sealed class Practice : IAsyncDisposable
{
    private readonly PracticeCloudServer _cloud;
    private readonly ServiceProvider _services;

    private Practice(PracticeCloudServer cloud, ServiceProvider services)
    {
        _cloud = cloud;
        _services = services;
        Door = new(cloud.Endpoint);
    }

    public ControlDoor Door { get; }

    public IDomainMonitor Infrastructure => Monitor("infrastructure");

    public IDomainMonitor Services => Monitor("application");

    public RemedyCatalogue Remedies => new(_services.GetServices<IRemedy>());

    public CloudConnections Connections => _services.GetRequiredService<CloudConnections>();

    public CallStatistics Calls => _services.GetRequiredService<CallStatistics>();

    public CloudProbe Probe => _services.GetRequiredService<CloudProbe>();

    public IEnumerable<IEvidenceSource> EvidenceSources => _services.GetServices<IEvidenceSource>();

    public IResourceFinder Finder => _services.GetRequiredService<IResourceFinder>();

    public IEnumerable<IAuditor> Auditors => _services.GetServices<IAuditor>();

    public IApiBudget Budget => _services.GetRequiredService<IApiBudget>();

    public static Task<Practice> StartAsync(params (string Key, string Value)[] settings) =>
        StartAsync(new PracticeCloudOptions(), settings);

    public static async Task<Practice> StartAsync(
        PracticeCloudOptions options, params (string Key, string Value)[] settings)
    {
        var cloud = await PracticeCloudServer.StartAsync(options with { Port = 0, Assets = Assets.Folder });
        return new(cloud, Wiring.Build(cloud.Endpoint, settings));
    }

    public Task<CloudConnection> ConnectAsync(string environment) =>
        Connections.ConnectAsync(Connections.PlaceOf(environment, null), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Door.Dispose();
        await _services.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    private IDomainMonitor Monitor(string domain) =>
        _services.GetServices<IDomainMonitor>().Single(monitor => monitor.Registration.Domain == domain);
}
