using System.Collections.Concurrent;
using Amazon;
using Amazon.Runtime;
using Helm.Domains.Cloud.ApiGateway;
using Helm.Domains.Cloud.CloudFront;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Domains.Cloud.Config;
using Helm.Domains.Cloud.CostExplorer;
using Helm.Domains.Cloud.Ec2;
using Helm.Domains.Cloud.Ecs;
using Helm.Domains.Cloud.ElastiCache;
using Helm.Domains.Cloud.Lambda;
using Helm.Domains.Cloud.Logs;
using Helm.Domains.Cloud.Rds;
using Helm.Domains.Cloud.S3;
using Helm.Domains.Cloud.SecurityHub;
using Helm.Domains.Cloud.Sts;
using Helm.Domains.Cloud.Tagging;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>All services of one region, asked as one identity.</summary>
internal sealed class CloudConnection(
    AWSCredentials credentials, RegionEndpoint region, CloudTransport transport, AwsClientParts parts) : IDisposable
{
    private readonly ConcurrentDictionary<AwsService, AwsClient> _clients = new();

    public CloudWatchClient CloudWatch => new(Client(AwsService.CloudWatch));

    public LogsClient Logs => new(Client(AwsService.Logs));

    public LambdaClient Lambda => new(Client(AwsService.Lambda));

    public RdsClient Rds => new(Client(AwsService.Rds));

    public EcsClient Ecs => new(Client(AwsService.Ecs));

    public Ec2Client Ec2 => new(Client(AwsService.Ec2));

    public ApiGatewayClient ApiGateway => new(Client(AwsService.ApiGateway));

    public ElastiCacheClient ElastiCache => new(Client(AwsService.ElastiCache));

    public S3Client S3 => new(Client(AwsService.S3));

    public CloudFrontClient CloudFront => new(Client(AwsService.CloudFront));

    public CostExplorerClient CostExplorer => new(Client(AwsService.CostExplorer));

    public SecurityHubClient SecurityHub => new(Client(AwsService.SecurityHub));

    public ConfigClient Config => new(Client(AwsService.Config));

    public TaggingClient Tagging => new(Client(AwsService.Tagging));

    public StsClient Sts => new(Client(AwsService.Sts));

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

    private AwsClient Client(AwsService service) => _clients.GetOrAdd(service, asked =>
    {
        var config = new AwsClientConfig(asked, region, transport.Endpoint, transport.CallTimeout);
        if (transport.Http is not null)
        {
            config.HttpClientFactory = transport.Http;
        }

        return new AwsClient(credentials, config, parts);
    });
}

/// <summary>Over what the calls go: an address for all services, or AWS's own; and whose HTTP client.</summary>
internal sealed record CloudTransport(Uri? Endpoint, HttpClientFactory? Http = null)
{
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The pause before a first retry; it doubles from one to the next.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromMilliseconds(100);
}
