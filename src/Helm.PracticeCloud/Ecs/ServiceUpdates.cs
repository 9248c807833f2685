using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Ecs;

/// <summary>UpdateService: another number of tasks, another task definition, or the same one anew.</summary>
internal static class ServiceUpdates
{
    private static readonly TimeSpan DeploymentTakes = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ScalingTakes = TimeSpan.FromSeconds(30);

    public static void Update(AwsCall call, AnswerWriter answer)
    {
        var cluster = ClusterQueries.Cluster(call);
        var service = cluster.Services.GetValueOrDefault(ClusterQueries.Name(call.Input.Required("service")))
            ?? throw new AwsErrorException("ServiceNotFoundException", "Service not found.");
        var task = call.Input.Text("taskDefinition") is { } wanted ? TaskQueries.Find(call, wanted).Arn : service.Deployments[0].TaskDefinition;
        var desired = call.Input.Number("desiredCount") ?? service.Desired;
        if (desired is < 0 or > 5_000)
        {
            throw new AwsErrorException("InvalidParameterException", "desiredCount is from 0 to 5000.");
        }

        if (desired != service.Desired)
        {
            Scale(call, service, desired);
        }

        if (call.Input.Flag("forceNewDeployment") == true || task != service.Deployments[0].TaskDefinition)
        {
            Deploy(call, service, task);
        }

        answer.Begin("service");
        ServiceQueries.Write(call, answer, cluster, service);
        answer.End();
    }

    private static void Scale(AwsCall call, EcsService service, int desired)
    {
        service.Before = ServiceProgress.Of(call, service).Running;
        service.Desired = desired;
        service.ScaledAt = call.Estate.Clock.After(ScalingTakes);
        service.Events.Add((call.Now, $"(service {service.Name}) has started to reach a desired count of {desired} tasks."));
        service.Events.Add((service.ScaledAt, $"(service {service.Name}) has reached a steady state."));
    }

    private static void Deploy(AwsCall call, EcsService service, string task)
    {
        var number = (ulong)call.Now.ToUnixTimeMilliseconds() * 1_000_000UL;
        var deployment = new EcsDeployment($"ecs-svc/{number + (ulong)service.Deployments.Count:D19}", task, call.Now, call.Estate.Clock.After(DeploymentTakes));
        service.Deployments.Insert(0, deployment);
        service.Events.Add((call.Now, $"(service {service.Name}) has started a deployment: {deployment.Id}."));
        service.Events.Add((deployment.CompleteAt, $"(service {service.Name}) (deployment {deployment.Id}) deployment completed."));
    }
}
