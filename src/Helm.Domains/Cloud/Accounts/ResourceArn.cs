namespace Helm.Domains.Cloud.Accounts;

/// <summary>The parts of an ARN; account and region are empty for global resources.</summary>
internal sealed record ResourceArn(string Partition, string Service, string Region, string Account, string Resource)
{
    public static ResourceArn? Parse(string? text) =>
        text?.Split(':', 6) is ["arn", { Length: > 0 } partition, { Length: > 0 } service, var region, var account, { Length: > 0 } resource]
            ? new(partition, service, region, account, resource)
            : null;
}
