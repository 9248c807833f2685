using Helm.Operations.Monitoring;

namespace Helm.Operations.Checks;

/// <summary>Reports about what could not be checked: everything unknown, with the reason.</summary>
internal static class UnknownReport
{
    public static HealthReport For(Deployment deployment, string reason, DateTimeOffset now) => new()
    {
        Timestamp = now,
        DeploymentId = deployment.Id,
        Domain = deployment.Domain,
        Environment = deployment.Environment,
        Resources = [.. deployment.Resources.Select(resource => new ResourceHealth
        {
            Resource = resource,
            Health = Health.Unknown,
            Observations =
            [
                new() { Indicator = "check", Health = Health.Unknown, WindowStart = now, WindowEnd = now, Note = reason },
            ],
        })],
    };
}
