using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Remediation.Proposals;

/// <summary>Finds what is deployed under a name; nothing else can be changed.</summary>
public sealed class TargetFinder(IDeploymentReader deployments)
{
    /// <summary>All of this name, in one environment or in any.</summary>
    public async Task<IReadOnlyList<ActionTarget>> FindAsync(string name, string? environment, CancellationToken cancellation) =>
    [
        .. from deployment in await deployments.ListAsync(cancellation)
           where environment is null || deployment.Environment == environment
           from resource in deployment.Resources
           where string.Equals(resource.Name, name, StringComparison.OrdinalIgnoreCase)
           select new ActionTarget(resource.Type, resource.Name, deployment.Environment, resource.Arn),
    ];

    /// <summary>What an issue is about, then what is deployed with it, then everything else of its environment.</summary>
    public async Task<IReadOnlyList<ActionTarget>> AroundAsync(Issue issue, CancellationToken cancellation)
    {
        var own = new ActionTarget(issue.Resource.Type, issue.Resource.Name, issue.Environment, issue.Resource.Arn);
        var others =
            from deployment in await deployments.ListAsync(cancellation)
            where deployment.Environment == issue.Environment
            orderby deployment.Id == issue.Resource.DeploymentId descending
            from resource in deployment.Resources
            where (resource.Type, resource.Name) != (own.Type, own.Name)
            select new ActionTarget(resource.Type, resource.Name, deployment.Environment, resource.Arn);
        return [own, .. others];
    }
}
