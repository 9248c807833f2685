using System.Collections.Concurrent;
using Amazon;
using Helm.Domains.Cloud.Wire;
using Microsoft.Extensions.Options;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>Connects to the places of resources, each identity checked against the account it should be of.</summary>
internal sealed class CloudConnections : IDisposable
{
    private readonly ConcurrentDictionary<(CloudPlace Place, bool Changes), CloudConnection> _connections = new();
    private readonly ConcurrentDictionary<(string Environment, bool Changes), EnvironmentIdentity> _identities = new();
    private readonly Lazy<Dictionary<string, CloudEnvironmentOptions>> _environments;
    private readonly CloudOptions _options;
    private readonly CloudTransport _transport;
    private readonly CallStatistics _statistics;
    private readonly ApiLimiter _limiter;
    private readonly TimeProvider _time;

    public CloudConnections(
        IOptions<CloudOptions> options, CallStatistics statistics, TimeProvider time, CloudTransport? transport = null)
    {
        _options = options.Value;
        _statistics = statistics;
        _time = time;
        _transport = transport
            ?? new(_options.EndpointUrl.Length > 0 ? new Uri(_options.EndpointUrl) : null)
            {
                CallTimeout = _options.CallTimeout,
            };
        _limiter = new(_options.KeepDocumentedRates, time);
        _environments = new(() => _options.Enabled ? _options.Environments().ByName : []);
    }

    /// <summary>The environments that have an account, by name.</summary>
    public IReadOnlyDictionary<string, CloudEnvironmentOptions> Environments => _environments.Value;

    /// <exception cref="CloudException">Nothing may be asked for this resource, and why.</exception>
    public CloudPlace PlaceOf(string environment, string? arn) =>
        _options.Enabled
            ? new PlaceFinder(Environments).Find(environment, arn)
            : throw new CloudException(
                CloudFaultKind.NotConfigured,
                "",
                $"AWS is not asked: set {CloudOptions.Section}:Enabled to true and give each environment its Account and Region.");

    /// <summary>A connection whose identity was found to be of the environment's account.</summary>
    /// <exception cref="CloudException">There are no credentials, or they are of another account.</exception>
    public Task<CloudConnection> ConnectAsync(CloudPlace place, CancellationToken cancellation) => ConnectAsync(place, false, cancellation);

    /// <summary>A connection of the role that may change something; never the one that reads.</summary>
    /// <exception cref="CloudException">The environment has no such role, or it cannot be assumed.</exception>
    public Task<CloudConnection> ConnectForChangeAsync(CloudPlace place, CancellationToken cancellation)
    {
        HoldRemediator(place);
        return ConnectAsync(place, true, cancellation);
    }

    /// <summary>Throws where nothing may be changed, with what to configure.</summary>
    /// <exception cref="CloudException">The environment has no role for changes.</exception>
    public void HoldRemediator(CloudPlace place)
    {
        if (Environments[place.Environment].RemediatorRole.Length == 0)
        {
            throw new CloudException(
                CloudFaultKind.NotConfigured,
                "",
                $"No role for changes in {place.Environment} is configured: set {CloudOptions.Section}:Environments:{place.Environment}:RemediatorRole to one with the policy of assets/aws/remediator.json.");
        }
    }

    /// <summary>Asks AWS who an environment's credentials are, now.</summary>
    public Task<Sts.CallerIdentity> WhoAmIAsync(string environment, CancellationToken cancellation) =>
        IdentityOf(environment, false).AskAsync(cancellation);

    public void Dispose()
    {
        foreach (var connection in _connections.Values)
        {
            connection.Dispose();
        }

        foreach (var identity in _identities.Values)
        {
            identity.Dispose();
        }
    }

    private async Task<CloudConnection> ConnectAsync(CloudPlace place, bool changes, CancellationToken cancellation)
    {
        var identity = IdentityOf(place.Environment, changes);
        await identity.CheckAsync(cancellation);
        return _connections.GetOrAdd(
            (place, changes), asked => new(identity.Credentials, asked.Place.Region, _transport, identity.Parts));
    }

    private EnvironmentIdentity IdentityOf(string environment, bool changes) => _identities.GetOrAdd((environment.ToUpperInvariant(), changes), _ =>
    {
        var name = environment;
        var options = changes ? Environments[name].AsRemediator() : Environments[name];
        // Limits are per account; without a known one, per environment.
        var account = options.Account.Length > 0 ? options.Account : name;
        var parts = new AwsClientParts(account, _limiter, _statistics, _time, _transport.RetryPause);
        var home = Regions.Find(options.Region) ?? RegionEndpoint.USEast1;
        return new(name, options, home, _transport, parts);
    });
}
