using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Ecs;

/// <summary>DescribeServices: up to 10 names; those that are not there come back as failures inside a good answer.</summary>
internal static class ServiceQueries
{
    private const int MostServices = 10;

    public static void Describe(AwsCall call, AnswerWriter answer)
    {
        var cluster = ClusterQueries.Cluster(call);
        var names = call.Input.Texts("services");
        if (names.Count is 0 or > MostServices)
        {
            throw new AwsErrorException("InvalidParameterException", names.Count == 0 ? "Services cannot be empty." : $"services cannot have more than {MostServices} elements");
        }

        var found = names.Select(name => (Name: name, Service: cluster.Services.GetValueOrDefault(ClusterQueries.Name(name)))).ToArray();
        answer.List("services", "member", found.Where(f => f.Service is not null), f => Write(call, answer, cluster, f.Service!));
        answer.List("failures", "member", found.Where(f => f.Service is null), f =>
        {
            answer.Text("arn", f.Name.StartsWith("arn:", StringComparison.Ordinal) ? f.Name : call.Estate.Arn("ecs", $"service/{cluster.Name}/{f.Name}"));
            answer.Text("reason", "MISSING");
        });
    }

    public static void Write(AwsCall call, AnswerWriter answer, EcsCluster cluster, EcsService service)
    {
        var progress = ServiceProgress.Of(call, service);
        answer.Text("serviceArn", service.Arn);
        answer.Text("serviceName", service.Name);
        answer.Text("clusterArn", cluster.Arn);
        answer.Text("status", call.Estate.Overlay.Text(service.Name, "status") ?? "ACTIVE");
        answer.Number("desiredCount", service.Desired);
        answer.Number("runningCount", progress.Running);
        answer.Number("pendingCount", progress.Pending);
        answer.Text("launchType", "FARGATE");
        answer.Text("platformVersion", "LATEST");
        answer.Text("taskDefinition", service.Deployments[0].TaskDefinition);
        answer.Time("createdAt", service.Created);
        answer.List("deployments", "member", progress.Deployments, row => WriteDeployment(call, answer, service, row.Deployment, row.Running, row.Complete));
        answer.List("events", "member", Events(call, service), e =>
        {
            answer.Text("id", e.Time.ToUnixTimeMilliseconds().ToString("x12", System.Globalization.CultureInfo.InvariantCulture));
            answer.Time("createdAt", e.Time);
            answer.Text("message", e.Message);
        });
        answer.Text("schedulingStrategy", "REPLICA");
    }

    private static void WriteDeployment(AwsCall call, AnswerWriter answer, EcsService service, EcsDeployment deployment, int running, bool complete)
    {
        var primary = deployment == service.Deployments[0];
        answer.Text("id", deployment.Id);
        answer.Text("status", primary ? "PRIMARY" : "ACTIVE");
        answer.Text("taskDefinition", deployment.TaskDefinition);
        answer.Number("desiredCount", primary ? service.Desired : 0);
        answer.Number("pendingCount", primary ? Math.Max(0, service.Desired - running) : 0);
        answer.Number("runningCount", running);
        answer.Number("failedTasks", 0);
        answer.Time("createdAt", deployment.Created);
        answer.Time("updatedAt", deployment.CompleteAt < call.Now ? deployment.CompleteAt : call.Now);
        answer.Text("launchType", "FARGATE");
        answer.Text("rolloutState", complete ? "COMPLETED" : "IN_PROGRESS");
        answer.Text("rolloutStateReason", $"ECS deployment {deployment.Id} {(complete ? "completed" : "in progress")}.");
    }

    private static IEnumerable<(DateTimeOffset Time, string Message)> Events(AwsCall call, EcsService service)
    {
        var own = service.Events.Where(e => e.Time <= call.Now).OrderByDescending(e => e.Time).Take(100);
        return call.Estate.Overlay.Text(service.Name, "reason") is { } reason ? own.Prepend((call.Now.AddSeconds(-30), reason)) : own;
    }
}
