using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Ecs;

/// <summary>Which clusters and services there are.</summary>
internal static class ClusterQueries
{
    public static void ListClusters(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "maxResults", 100, 1, 100, "InvalidParameterException");
        var (page, next) = Paging.Page(call.Estate.Clusters.Values, call.Input.Text("nextToken"), size, "InvalidParameterException");
        answer.Texts("clusterArns", "member", page.Select(cluster => cluster.Arn));
        answer.Text("nextToken", next);
    }

    public static void ListServices(AwsCall call, AnswerWriter answer)
    {
        var size = Paging.Size(call.Input, "maxResults", 10, 1, 100, "InvalidParameterException");
        var (page, next) = Paging.Page(Cluster(call).Services.Values, call.Input.Text("nextToken"), size, "InvalidParameterException");
        answer.Texts("serviceArns", "member", page.Select(service => service.Arn));
        answer.Text("nextToken", next);
    }

    /// <summary>The cluster of the request; without one, the cluster named default.</summary>
    public static EcsCluster Cluster(AwsCall call) =>
        call.Estate.Clusters.GetValueOrDefault(Name(call.Input.Text("cluster") ?? "default"))
        ?? throw new AwsErrorException("ClusterNotFoundException", "Cluster not found.");

    /// <summary>The last part of an ARN, or the name itself.</summary>
    public static string Name(string nameOrArn) => nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..];
}
