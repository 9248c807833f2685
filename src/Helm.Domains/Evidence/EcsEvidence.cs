using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.Ecs;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Subject = Helm.Domains.Cloud.Checks.Subject;

namespace Helm.Domains.Evidence;

/// <summary>Deployments of a service, what ECS tells about it, and how many of its tasks run.</summary>
internal static class EcsEvidence
{
    public static async Task<QueryResult> AskAsync(CloudConnection connection, Subject subject, EvidenceRequest request, CancellationToken cancellation)
    {
        var name = subject.Resource.Name;
        var answer = await connection.Ecs.DescribeServicesAsync(EcsStatus.ClusterOf(subject.Identity), [subject.Identity.Name], cancellation);
        if (answer.Services is not [var service, ..])
        {
            return new();
        }

        return new()
        {
            Facts = [new(name, "running_tasks", service.RunningCount), new(name, "desired_tasks", service.DesiredCount)],
            Changes = [.. (service.Deployments ?? []).Where(deployment => In(deployment.Created, request)).Select(deployment => Released(name, deployment))],
            Logs = [.. (service.Events ?? []).Where(happened => In(happened.Created, request)).Select(happened => Happened(name, happened))],
        };
    }

    private static ChangeRecord Released(string name, EcsDeployment deployment) =>
        new(name, deployment.Created!.Value, "deployment", $"{name} was deployed as {deployment.TaskDefinition?.Split('/')[^1]}");

    private static LogRecord Happened(string name, EcsEvent happened) =>
        new(name, happened.Created!.Value, "", Redaction.Redact(happened.Message ?? ""));

    private static bool In(DateTimeOffset? time, EvidenceRequest request) => time >= request.From && time <= request.To;
}
