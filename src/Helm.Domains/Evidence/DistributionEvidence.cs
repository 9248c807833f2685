using Helm.Domains.Cloud.Accounts;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Subject = Helm.Domains.Cloud.Checks.Subject;

namespace Helm.Domains.Evidence;

/// <summary>Whether the configuration of a distribution was changed.</summary>
internal static class DistributionEvidence
{
    public static async Task<QueryResult> AskAsync(CloudConnection connection, Subject subject, EvidenceRequest request, CancellationToken cancellation)
    {
        var found = await connection.CloudFront.GetDistributionAsync(subject.Identity.Name, cancellation);
        return In(found.Modified, request)
            ? new() { Changes = [new(subject.Resource.Name, found.Modified!.Value, "configuration", $"the configuration of {subject.Resource.Name} was changed")] }
            : new();
    }

    private static bool In(DateTimeOffset? time, EvidenceRequest request) => time >= request.From && time <= request.To;
}
