using Amazon;
using Amazon.Runtime;
using Helm.Domains.Cloud.Sts;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>
/// Who asks on behalf of an environment. Before anything else is asked, AWS confirms that the credentials are of the
/// configured account: in a wrong account every resource would look as if it were gone.
/// </summary>
internal sealed class EnvironmentIdentity(
    string name, CloudEnvironmentOptions options, RegionEndpoint home, CloudTransport transport, AwsClientParts parts)
    : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim _gate = new(1);
    private AWSCredentials? _credentials;
    private CloudConnection? _source;
    private CloudConnection? _own;
    private long? _checkedAt;

    public AwsClientParts Parts => parts;

    public AWSCredentials Credentials => _credentials ??= Find();

    public async Task CheckAsync(CancellationToken cancellation)
    {
        if (IsFresh())
        {
            return;
        }

        await _gate.WaitAsync(cancellation);
        try
        {
            if (!IsFresh())
            {
                Hold(await AskAsync(cancellation));
                _checkedAt = parts.Time.GetTimestamp();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<CallerIdentity> AskAsync(CancellationToken cancellation)
    {
        try
        {
            _own ??= Connection(Credentials);
            return await _own.Sts.GetCallerIdentityAsync(cancellation);
        }
        catch (CloudException fault) when (fault.Kind == CloudFaultKind.NoCredentials && fault.Code.Length > 0)
        {
            throw new CloudException(
                CloudFaultKind.NoCredentials,
                fault.Code,
                $"AWS does not accept the credentials ({fault.Code}). {CredentialSource.Missing(name, options)}",
                fault);
        }
    }

    public void Dispose()
    {
        _source?.Dispose();
        _own?.Dispose();
        _gate.Dispose();
    }

    private bool IsFresh() => _checkedAt is { } moment && parts.Time.GetElapsedTime(moment) < Trust;

    private void Hold(CallerIdentity caller)
    {
        if (options.Account.Length > 0 && caller.Account != options.Account)
        {
            throw new CloudException(
                CloudFaultKind.NoCredentials,
                "",
                $"The credentials for {name} are of account {caller.Account}, not {options.Account}, so nothing was asked: correct the profile or {CloudOptions.Section}:Environments:{name}:Account.");
        }
    }

    private AWSCredentials Find()
    {
        var found = CredentialSource.Find(name, options);
        if (options.Role.Length == 0)
        {
            return found;
        }

        _source ??= Connection(found);
        return new RoleCredentials(_source.Sts, options.Role, options.ExternalId.Length > 0 ? options.ExternalId : null);
    }

    private CloudConnection Connection(AWSCredentials credentials) => new(credentials, home, transport, parts);
}
