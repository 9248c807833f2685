using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Ecs;

/// <summary>Elastic Container Service.</summary>
internal static class EcsServiceApi
{
    public static AwsService Create() => new("ecs", WireProtocol.Json, "1.1",
    [
        new("ListClusters", ClusterQueries.ListClusters),
        new("ListServices", ClusterQueries.ListServices),
        new("DescribeServices", ServiceQueries.Describe),
        new("DescribeTaskDefinition", TaskQueries.DescribeDefinition),
        new("UpdateService", ServiceUpdates.Update) { Mutates = true },
        new("ListTasks", TaskQueries.List),
        new("DescribeTasks", TaskQueries.Describe),
    ])
    {
        Target = "AmazonEC2ContainerServiceV20141113",
    };
}
