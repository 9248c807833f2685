using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Helm.Domains.Cloud.Wire;

/// <summary>The SDK's configuration for one service in one region.</summary>
internal sealed class AwsClientConfig : ClientConfig
{
    private readonly AwsService _service;
    private readonly RegionEndpoint _region;

    public AwsClientConfig(AwsService service, RegionEndpoint region, Uri? endpoint, TimeSpan timeout)
        : base(new DefaultConfigurationProvider([new DefaultConfiguration
        {
            Name = DefaultConfigurationMode.Standard,
            RetryMode = RequestRetryMode.Standard,
            ConnectTimeout = TimeSpan.FromSeconds(5),
        }]))
    {
        _service = service;
        _region = region;
        ServiceId = service.ServiceId;
        AuthenticationServiceName = service.SigningName;
        AuthenticationRegion = service.GlobalHost is null ? region.SystemName : RegionEndpoint.USEast1.SystemName;
        RetryMode = RequestRetryMode.Standard;
        MaxErrorRetry = AwsRetryPolicy.Retries;
        // A connection that went stale is retried by the policy, which knows reads from changes; the SDK's own retry does not.
        MaxStaleConnectionRetries = 0;
        RegionEndpoint = region;
        Timeout = timeout;
        if (endpoint is not null)
        {
            ServiceURL = endpoint.ToString();
        }
    }

    public override string ServiceVersion => _service.Version;

    public override string UserAgent => "helm-voice";

    public override string RegionEndpointServiceName => _service.SigningName;

    /// <summary>The configured address, that of <c>AWS_ENDPOINT_URL</c>, or the region's own.</summary>
    public Uri Address => new(ServiceURL ?? $"https://{Host}/");

    private string Host => _service.GlobalHost ?? $"{_service.SigningName}.{_region.SystemName}.{_region.PartitionDnsSuffix}";

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        new(Address.ToString());
}
