using Amazon.Runtime;
using Helm.Domains.Cloud.Sts;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>A role's credentials, renewed before they expire, asked for over Helm's own transport.</summary>
/// <remarks>The SDK's AssumeRoleAWSCredentials would pass by the configured address, the rates and the statistics.</remarks>
internal sealed class RoleCredentials : RefreshingAWSCredentials
{
    private const string Session = "helm-voice";
    private readonly StsClient _sts;
    private readonly string _role;
    private readonly string? _externalId;

    public RoleCredentials(StsClient sts, string role, string? externalId)
    {
        _sts = sts;
        _role = role;
        _externalId = externalId;
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    protected override CredentialsRefreshState GenerateNewCredentials() =>
        GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var assumed = await _sts.AssumeRoleAsync(_role, Session, _externalId, CancellationToken.None);
        return new(assumed.Credentials, assumed.Expiration.UtcDateTime);
    }
}
