using System.Globalization;
using Helm.PracticeCloud.Estate;

namespace Helm.PracticeCloud.Scenarios;

/// <summary>Makes the changes of a scenario, dated around its onset.</summary>
internal static class Changes
{
    public static void Make(AccountEstate estate, ChangeDefinition change, DateTimeOffset onset)
    {
        var time = onset - change.Before;
        switch (change.Kind)
        {
            case ChangeKind.LambdaVersion:
                Publish(estate.Functions[change.Resource], change, time);
                break;
            case ChangeKind.EcsDeployment:
                Deploy(estate, change.Resource, time);
                break;
            case ChangeKind.Parameter:
                estate.ParameterGroups[change.Resource].Values[change.Parameter!] = new SetParameter(change.Value!, "immediate");
                break;
            case ChangeKind.RdsEvent:
                estate.Events.Add(new ServiceEvent("rds", change.Resource, "db-instance", time, change.Message, change.Categories));
                break;
            default:
                estate.Events.Add(new ServiceEvent("elasticache", change.Resource, "cache-cluster", time, change.Message, change.Categories));
                break;
        }
    }

    private static void Publish(LambdaFunction function, ChangeDefinition change, DateTimeOffset time)
    {
        var number = function.NextVersion();
        var hash = LambdaPlacement.CodeHash(function.Name, number);
        function.Latest = function.Latest with { Modified = time, CodeSha256 = hash, RevisionId = Guid.NewGuid().ToString() };
        function.Versions.Add(function.Latest with { Version = number, Description = change.Message, RevisionId = Guid.NewGuid().ToString() });
        if (change.Alias is { } alias)
        {
            function.Aliases[alias] = new FunctionAlias(alias, number, change.Message);
        }
    }

    private static void Deploy(AccountEstate estate, string name, DateTimeOffset time)
    {
        var service = estate.Clusters.Values.Select(cluster => cluster.Services.GetValueOrDefault(name)).First(found => found is not null)!;
        var current = estate.TaskDefinitions[service.Deployments[0].TaskDefinition];
        var revision = estate.TaskDefinitions.Values.Where(task => task.Family == current.Family).Max(task => task.Revision) + 1;
        var arn = estate.Arn("ecs", string.Create(CultureInfo.InvariantCulture, $"task-definition/{current.Family}:{revision}"));
        var image = current.Image.Split(':')[0];
        estate.TaskDefinitions[arn] = current with { Arn = arn, Revision = revision, Registered = time, Image = string.Create(CultureInfo.InvariantCulture, $"{image}:{revision}") };
        service.Deployments.Insert(0, new EcsDeployment($"ecs-svc/{Random.Shared.NextInt64(1_000_000_000, 9_999_999_999)}", arn, time, time + TimeSpan.FromMinutes(2)));
        service.Events.Add((time, $"(service {name}) has begun draining connections on 1 tasks."));
    }
}
