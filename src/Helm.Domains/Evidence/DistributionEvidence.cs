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
        return new()
        {
            Changes = In(found.Modified, request) ? [new(subject.Resource.Name, found.Modified!.Value, "configuration", $"the configuration of {subject.Resource.Name} was changed")] : [],
            Dependencies = [.. found.Origins.Select(BucketOf).OfType<string>().Select(bucket => new Dependency(subject.Resource.Name, bucket))],
        };
    }

    /// <summary>Of <c>uploads.s3.eu-central-1.amazonaws.com</c>; null for an origin that is no bucket.</summary>
    private static string? BucketOf(string origin) =>
        origin.Contains(".s3", StringComparison.Ordinal) && origin.Contains(".amazonaws.com", StringComparison.Ordinal) ? origin[..origin.IndexOf(".s3", StringComparison.Ordinal)] : null;

    private static bool In(DateTimeOffset? time, EvidenceRequest request) => time >= request.From && time <= request.To;
}
