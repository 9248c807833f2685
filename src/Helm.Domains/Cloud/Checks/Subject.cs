using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Monitoring;

namespace Helm.Domains.Cloud.Checks;

/// <summary>One resource of one deployment on its way through a check.</summary>
internal sealed class Subject(Deployment deployment, DeployedResource resource, ResourceKind? kind)
{
    public Deployment Deployment => deployment;

    public DeployedResource Resource => resource;

    /// <summary>Null for a type that Helm does not know.</summary>
    public ResourceKind? Kind => kind;

    public ResourceIdentity Identity { get; } = ResourceIdentity.Of(resource);

    public IReadOnlyList<Dimension> Dimensions { get; } = kind?.Dimensions(ResourceIdentity.Of(resource)) ?? [];

    public CloudPlace? Place { get; set; }

    /// <summary>Why nothing could be asked for it.</summary>
    public string? Obstacle { get; set; }

    public StatusReading? Status { get; set; }

    /// <summary>Where its series begin among those of its place.</summary>
    public int FirstSeries { get; set; } = -1;

    /// <summary>One for each metric of its kind; empty when metrics are not wanted.</summary>
    public IReadOnlyList<MetricSeries> Series { get; set; } = [];

    public List<MetricAlarm> Alarms { get; } = [];

    /// <summary>Why alarms could not be read.</summary>
    public string? AlarmObstacle { get; set; }

    public bool Wants(string check) =>
        deployment.Monitoring.EnabledChecks.Count == 0 || deployment.Monitoring.EnabledChecks.Contains(check);

    public void Fail(CloudException fault) => Status = fault.Kind == CloudFaultKind.NotFound
        ? StatusReading.Unhealthy($"{resource.Name} does not exist in AWS: {fault.Message}")
        : StatusReading.Unknown(fault.Message);
}
