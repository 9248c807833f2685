using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Wire;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Subject = Helm.Domains.Cloud.Checks.Subject;

namespace Helm.Domains.Evidence;

/// <summary>What was changed at a resource, in which state it is, and its limits.</summary>
internal static class StateEvidence
{
    private static readonly Dictionary<string, (string Operation, Reader Ask)> Readers = new(StringComparer.Ordinal)
    {
        ["lambda"] = ("ListVersionsByFunction, GetFunction", LambdaEvidence.AskAsync),
        ["rds"] = ("DescribeEvents, DescribeDBParameters", RdsEvidence.AskAsync),
        ["ecs"] = ("DescribeServices", EcsEvidence.AskAsync),
        ["elasticache"] = ("DescribeEvents", CacheEvidence.AskAsync),
        ["cloudfront"] = ("GetDistribution", DistributionEvidence.AskAsync),
    };

    /// <summary>Null for a kind that tells nothing of itself.</summary>
    public static async Task<Answered?> AskAsync(CloudConnection connection, Subject subject, EvidenceRequest request, CancellationToken cancellation)
    {
        if (!Readers.TryGetValue(subject.Kind!.Names[0], out var reader))
        {
            return null;
        }

        var (operation, ask) = reader;
        try
        {
            return new($"{operation} {subject.Resource.Name}", await ask(connection, subject, request, cancellation));
        }
        catch (CloudException fault)
        {
            return new($"{operation} {subject.Resource.Name}", new(), fault.Message);
        }
    }

    private delegate Task<QueryResult> Reader(CloudConnection connection, Subject subject, EvidenceRequest request, CancellationToken cancellation);
}
