using Helm.PracticeCloud.ApiGateway;
using Helm.PracticeCloud.CloudFront;
using Helm.PracticeCloud.CloudWatch;
using Helm.PracticeCloud.Config;
using Helm.PracticeCloud.CostExplorer;
using Helm.PracticeCloud.Ec2;
using Helm.PracticeCloud.Ecs;
using Helm.PracticeCloud.ElastiCache;
using Helm.PracticeCloud.Identity;
using Helm.PracticeCloud.Lambda;
using Helm.PracticeCloud.Logs;
using Helm.PracticeCloud.Rds;
using Helm.PracticeCloud.S3;
using Helm.PracticeCloud.SecurityHub;
using Helm.PracticeCloud.Sts;
using Helm.PracticeCloud.Tagging;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Endpoint;

/// <summary>The services that the practice cloud plays.</summary>
internal static class Catalogue
{
    public static IReadOnlyDictionary<string, AwsService> Create(KeyRing keys)
    {
        AwsService[] services =
        [
            StsService.Create(keys),
            CloudWatchService.Create(),
            LogsService.Create(),
            LambdaService.Create(),
            RdsService.Create(),
            EcsServiceApi.Create(),
            ElastiCacheService.Create(),
            S3Service.Create(),
            CloudFrontService.Create(),
            CostExplorerService.Create(),
            SecurityHubService.Create(),
            ConfigService.Create(),
            TaggingService.Create(),
            Ec2Service.Create(),
            ApiGatewayService.Create(),
        ];
        return services.ToDictionary(service => service.Name, StringComparer.Ordinal);
    }

    /// <summary>All operations, as <c>lambda:UpdateAlias</c>.</summary>
    public static IReadOnlySet<string> Names(IReadOnlyDictionary<string, AwsService> services) =>
        services.Values.SelectMany(service => service.Operations.Select(operation => $"{service.Name}:{operation.Name}")).ToHashSet(StringComparer.Ordinal);
}
