namespace Helm.Operations.Monitoring;

/// <summary>How something is; ordered so that the worst of several is their maximum.</summary>
public enum Health
{
    Healthy,

    /// <summary>Data is missing or could not be read: never taken for healthy.</summary>
    Unknown,
    Degraded,
    Unhealthy,
}
