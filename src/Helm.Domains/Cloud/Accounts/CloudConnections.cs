using System.Collections.Concurrent;
using Amazon;
using Helm.Domains.Cloud.Wire;
using Microsoft.Extensions.Options;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>Connects to the places of resources, each identity checked against the account it should be of.</summary>
internal sealed class CloudConnections : IDisposable
{
    private readonly ConcurrentDictionary<CloudPlace, CloudConnection> _connections = new();
    private readonly ConcurrentDictionary<string, EnvironmentIdentity> _identities = new(StringComparer.OrdinalIgnoreCase);
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
    public async Task<CloudConnection> ConnectAsync(CloudPlace place, CancellationToken cancellation)
    {
        var identity = IdentityOf(place.Environment);
        await identity.CheckAsync(cancellation);
        return _connections.GetOrAdd(
            place, asked => new(identity.Credentials, asked.Region, _transport, identity.Parts));
    }

    /// <summary>Asks AWS who an environment's credentials are, now.</summary>
    public Task<Sts.CallerIdentity> WhoAmIAsync(string environment, CancellationToken cancellation) =>
        IdentityOf(environment).AskAsync(cancellation);

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

    private EnvironmentIdentity IdentityOf(string environment) => _identities.GetOrAdd(environment, name =>
    {
        var options = Environments[name];
        // Limits are per account; without a known one, per environment.
        var account = options.Account.Length > 0 ? options.Account : name;
        var parts = new AwsClientParts(account, _limiter, _statistics, _time, _transport.RetryPause);
        var home = Regions.Find(options.Region) ?? RegionEndpoint.USEast1;
        return new(name, options, home, _transport, parts);
    });
}
