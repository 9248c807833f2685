using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Ecs;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Whether services are active and how many of their tasks run; ten to a call.</summary>
internal sealed class EcsStatus : IStatusReader
{
    public const string DefaultCluster = "default";

    public static string ClusterOf(ResourceIdentity identity) =>
        identity.Parent.Length > 0 ? identity.Parent : DefaultCluster;

    public async Task ReadAsync(
        CloudConnection connection, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        foreach (var cluster in subjects.GroupBy(subject => ClusterOf(subject.Identity)))
        {
            foreach (var batch in cluster.Chunk(EcsClient.MostServices))
            {
                await ReadBatchAsync(connection.Ecs, cluster.Key, batch, cancellation);
            }
        }
    }

    private static async Task ReadBatchAsync(
        EcsClient ecs, string cluster, Subject[] batch, CancellationToken cancellation)
    {
        try
        {
            var names = batch.Select(subject => subject.Identity.Name).Distinct().ToArray();
            var answer = await ecs.DescribeServicesAsync(cluster, names, cancellation);
            var services = (answer.Services ?? []).ToDictionary(service => service.ServiceName, StringComparer.Ordinal);
            foreach (var subject in batch)
            {
                subject.Status = services.TryGetValue(subject.Identity.Name, out var service)
                    ? Judge(service)
                    : Missing(subject.Identity.Name, cluster, answer.Failures ?? []);
            }
        }
        catch (CloudException fault)
        {
            foreach (var subject in batch)
            {
                subject.Fail(fault);
            }
        }
    }

    private static StatusReading Judge(EcsService service)
    {
        var rollout = service.Deployments?.FirstOrDefault(deployment => deployment.Status == "PRIMARY")?.RolloutState;
        var status = service switch
        {
            { Status: not "ACTIVE" } => StatusReading.Unhealthy($"The service is {service.Status}."),
            _ when rollout == "FAILED" => StatusReading.Degraded("The service is ACTIVE, and its latest rollout failed."),
            _ => StatusReading.Healthy("The service is ACTIVE."),
        };
        return status with
        {
            Idle = service.RunningCount == 0,
            Facts =
            [
                new("running_tasks", Reading.Of(service.RunningCount)),
                new("desired_tasks", Reading.Of(service.DesiredCount)),
                new("pending_tasks", Reading.Of(service.PendingCount)),
            ],
        };
    }

    private static StatusReading Missing(string name, string cluster, IReadOnlyList<EcsFailure> failures) =>
        failures.Any(failure => failure.Reason == "MISSING" && failure.Arn?.EndsWith($"/{name}", StringComparison.Ordinal) == true)
            ? StatusReading.Unhealthy($"ECS has no service {name} in cluster {cluster}.")
            : StatusReading.Unknown($"ECS said nothing about service {name} in cluster {cluster}.");
}
