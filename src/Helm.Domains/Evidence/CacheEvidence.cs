using Helm.Domains.Cloud.Accounts;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Subject = Helm.Domains.Cloud.Checks.Subject;

namespace Helm.Domains.Evidence;

/// <summary>What happened to a cache.</summary>
internal static class CacheEvidence
{
    public static async Task<QueryResult> AskAsync(CloudConnection connection, Subject subject, EvidenceRequest request, CancellationToken cancellation)
    {
        var changes = new List<ChangeRecord>();
        await foreach (var happened in connection.ElastiCache.DescribeEventsAsync(subject.Identity.Name, request.From, request.To, cancellation))
        {
            changes.Add(new(subject.Resource.Name, happened.Time, "", Redaction.Redact(happened.Message)));
        }

        return new() { Changes = changes };
    }
}
