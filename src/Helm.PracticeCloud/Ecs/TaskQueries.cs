using System.Globalization;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Ecs;

/// <summary>Task definitions and the tasks that run.</summary>
internal static class TaskQueries
{
    public static void DescribeDefinition(AwsCall call, AnswerWriter answer)
    {
        var task = Find(call, call.Input.Required("taskDefinition"));
        answer.Begin("taskDefinition");
        answer.Text("taskDefinitionArn", task.Arn);
        answer.Text("family", task.Family);
        answer.Number("revision", task.Revision);
        answer.Text("status", "ACTIVE");
        answer.Text("networkMode", "awsvpc");
        answer.Texts("requiresCompatibilities", "member", ["FARGATE"]);
        answer.Text("cpu", task.Cpu);
        answer.Text("memory", task.Memory);
        answer.Time("registeredAt", task.Registered);
        answer.List("containerDefinitions", "member", [task], t =>
        {
            answer.Text("name", "app");
            answer.Text("image", t.Image);
            answer.Flag("essential", true);
        });
        answer.End();
    }

    public static void List(AwsCall call, AnswerWriter answer)
    {
        var cluster = ClusterQueries.Cluster(call);
        var service = call.Input.Text("serviceName");
        var stopped = call.Input.Text("desiredStatus") == "STOPPED";
        var matching = stopped ? [] : Tasks(call, cluster).Where(task => service is null || task.Service.Name == ClusterQueries.Name(service));
        var size = Paging.Size(call.Input, "maxResults", 100, 1, 100, "InvalidParameterException");
        var (page, next) = Paging.Page(matching, call.Input.Text("nextToken"), size, "InvalidParameterException");
        answer.Texts("taskArns", "member", page.Select(task => task.Arn));
        answer.Text("nextToken", next);
    }

    public static void Describe(AwsCall call, AnswerWriter answer)
    {
        var cluster = ClusterQueries.Cluster(call);
        var wanted = call.Input.Texts("tasks");
        if (wanted.Count is 0 or > 100)
        {
            throw new AwsErrorException("InvalidParameterException", "tasks has from 1 to 100 elements.");
        }

        var running = Tasks(call, cluster).ToDictionary(task => ClusterQueries.Name(task.Arn), StringComparer.Ordinal);
        answer.List("tasks", "member", wanted.Select(arn => running.GetValueOrDefault(ClusterQueries.Name(arn))).OfType<RunningTask>(), task => Write(answer, cluster, task));
        answer.List("failures", "member", wanted.Where(arn => !running.ContainsKey(ClusterQueries.Name(arn))), arn =>
        {
            answer.Text("arn", arn);
            answer.Text("reason", "MISSING");
        });
    }

    /// <summary>By ARN, family:revision or family, which is its newest revision.</summary>
    public static TaskDefinition Find(AwsCall call, string wanted)
    {
        var name = ClusterQueries.Name(wanted);
        return call.Estate.TaskDefinitions.Values
            .Where(task => task.Arn == wanted || task.Family == name || string.Create(CultureInfo.InvariantCulture, $"{task.Family}:{task.Revision}") == name)
            .MaxBy(task => task.Revision)
            ?? throw new AwsErrorException("ClientException", "Unable to describe task definition.");
    }

    private static IEnumerable<RunningTask> Tasks(AwsCall call, EcsCluster cluster)
    {
        foreach (var service in cluster.Services.Values)
        {
            foreach (var (deployment, running, _) in ServiceProgress.Of(call, service).Deployments)
            {
                var seed = Hash.Of(deployment.Id);
                for (var number = 0; number < running; number++)
                {
                    var id = $"{Hash.Mix(seed, number):x16}{Hash.Mix(seed, number + 1_000_000):x16}";
                    yield return new RunningTask(call.Estate.Arn("ecs", $"task/{cluster.Name}/{id}"), service, deployment);
                }
            }
        }
    }

    private static void Write(AnswerWriter answer, EcsCluster cluster, RunningTask task)
    {
        answer.Text("taskArn", task.Arn);
        answer.Text("clusterArn", cluster.Arn);
        answer.Text("taskDefinitionArn", task.Deployment.TaskDefinition);
        answer.Text("lastStatus", "RUNNING");
        answer.Text("desiredStatus", "RUNNING");
        answer.Text("healthStatus", "HEALTHY");
        answer.Text("launchType", "FARGATE");
        answer.Text("group", $"service:{task.Service.Name}");
        answer.Text("startedBy", task.Deployment.Id);
        answer.Time("createdAt", task.Deployment.Created);
        answer.Time("startedAt", task.Deployment.Created.AddSeconds(1));
        answer.List("containers", "member", [task], _ =>
        {
            answer.Text("name", "app");
            answer.Text("lastStatus", "RUNNING");
            answer.Text("healthStatus", "HEALTHY");
        });
    }

    private sealed record RunningTask(string Arn, EcsService Service, EcsDeployment Deployment);
}
