using Helm.Domains.Cloud.Accounts;
using Helm.Operations.Monitoring;

namespace Helm.Domains.Cloud.Checks;

/// <summary>What AWS calls a resource: taken from its ARN, which is exact, else from its name.</summary>
internal sealed record ResourceIdentity(string Name, string Parent, string Sort)
{
    /// <param name="resource"><c>web</c> with <c>arn:…:service/shop/web</c>, or <c>shop/web</c>.</param>
    public static ResourceIdentity Of(DeployedResource resource)
    {
        if (ResourceArn.Parse(resource.Arn) is not { } arn)
        {
            return FromName(resource.Name);
        }

        var parts = arn.Resource.Split([':', '/'], StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            // arn:aws:lambda:…:function:NAME[:alias]
            ["function", var name, ..] => new(name, "", parts[0]),
            // arn:aws:ecs:…:service/CLUSTER/NAME; older ones lack the cluster
            ["service", var cluster, var name] => new(name, cluster, parts[0]),
            // arn:aws:apigateway:REGION::/restapis/ID, which CloudWatch knows by its name
            ["restapis", var id] => new(resource.Name, id, parts[0]),
            // arn:aws:s3:::NAME
            [var name] => new(name, "", ""),
            [var sort, .., var name] => new(name, "", sort),
            _ => FromName(resource.Name),
        };
    }

    private static ResourceIdentity FromName(string name) => name.Split('/') is [var parent, var child]
        ? new(child, parent, "")
        : new(name, "", "");
}
