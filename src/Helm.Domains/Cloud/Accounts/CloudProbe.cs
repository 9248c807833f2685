using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>Looks whether each environment can be reached as the account it should be; for the doctor.</summary>
public sealed class CloudProbe
{
    private readonly CloudConnections _connections;

    internal CloudProbe(CloudConnections connections) => _connections = connections;

    /// <summary>One finding for each environment, in the order of their names.</summary>
    public async Task<IReadOnlyList<CloudFinding>> RunAsync(CancellationToken cancellation)
    {
        var findings = new List<CloudFinding>();
        foreach (var (name, options) in _connections.Environments.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            findings.Add(await LookAsync(name, options, cancellation));
        }

        return findings;
    }

    private async Task<CloudFinding> LookAsync(
        string name, CloudEnvironmentOptions options, CancellationToken cancellation)
    {
        try
        {
            _ = _connections.PlaceOf(name, arn: null);
            var caller = await _connections.WhoAmIAsync(name, cancellation);
            return options.Account.Length == 0 || options.Account == caller.Account
                ? new(name, true, $"Account {caller.Account} as {caller.Arn}.")
                : new(name, false, $"The credentials are of account {caller.Account}, not {options.Account}: correct the profile or {CloudOptions.Section}:Environments:{name}:Account.");
        }
        catch (CloudException fault)
        {
            return new(name, false, fault.Message);
        }
    }
}

/// <summary>How it stands with one environment; where it is not well, the detail says what to do.</summary>
public sealed record CloudFinding(string Environment, bool Ok, string Detail);
