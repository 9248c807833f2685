using Amazon;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>
/// Says where a resource is asked: where its ARN says, else where its environment lives. Only accounts of configured
/// environments and regions on the SDK's list are ever asked.
/// </summary>
internal sealed class PlaceFinder(IReadOnlyDictionary<string, CloudEnvironmentOptions> environments)
{
    public CloudPlace Find(string environment, string? arn)
    {
        var parsed = Parse(arn);
        var owner = Owner(environment, parsed);
        var regionName = parsed is { Region.Length: > 0 } ? parsed.Region : environments[owner].Region;
        if (regionName.Length == 0)
        {
            throw NotConfigured($"No region is known for {owner}: set {CloudOptions.Section}:Environments:{owner}:Region.");
        }

        var region = Regions.Find(regionName) ?? throw NotConfigured(
            $"'{regionName}' is no region that the AWS SDK knows, so nothing was asked there: correct the ARN or the configuration.");
        Hold(parsed, region);
        return new(owner, region);
    }

    private static ResourceArn? Parse(string? arn) =>
        string.IsNullOrEmpty(arn)
            ? null
            : ResourceArn.Parse(arn) ?? throw NotConfigured($"'{arn}' is no ARN: correct it in the deployment.");

    private string Owner(string environment, ResourceArn? arn)
    {
        if (!environments.TryGetValue(environment, out var own))
        {
            throw NotConfigured(
                $"Environment {environment} has no AWS account: add {CloudOptions.Section}:Environments:{environment} with Account and Region.");
        }

        if (arn is null or { Account: "" } || own.Account.Length == 0 || own.Account == arn.Account)
        {
            return environment;
        }

        return environments.Where(other => other.Value.Account == arn.Account).Select(other => other.Key).FirstOrDefault()
            ?? throw NotConfigured(
                $"The ARN belongs to account {arn.Account}, which no environment has, so nothing was asked there: add it to {CloudOptions.Section}:Environments or correct the ARN.");
    }

    private static void Hold(ResourceArn? arn, RegionEndpoint region)
    {
        if (arn is not null && arn.Partition != region.PartitionName)
        {
            throw NotConfigured(
                $"The ARN names the partition {arn.Partition}, but {region.SystemName} belongs to {region.PartitionName}, so nothing was asked: correct the ARN.");
        }
    }

    private static CloudException NotConfigured(string message) =>
        new(CloudFaultKind.NotConfigured, "", message);
}
