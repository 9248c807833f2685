using Helm.Operations.Monitoring;

namespace Helm.Host.Web.Page;

/// <summary>The headline of the page.</summary>
internal static class Words
{
    public static string Health(Health health) => health switch
    {
        Operations.Monitoring.Health.Healthy => "All is well",
        Operations.Monitoring.Health.Degraded => "Degraded",
        Operations.Monitoring.Health.Unhealthy => "Unhealthy",
        _ => "Not known",
    };
}
