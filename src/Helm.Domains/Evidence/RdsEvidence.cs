using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Subject = Helm.Domains.Cloud.Checks.Subject;

namespace Helm.Domains.Evidence;

/// <summary>What happened to a database instance, and its limits.</summary>
internal static class RdsEvidence
{
    public static async Task<QueryResult> AskAsync(CloudConnection connection, Subject subject, EvidenceRequest request, CancellationToken cancellation)
    {
        var changes = new List<ChangeRecord>();
        await foreach (var happened in connection.Rds.DescribeEventsAsync(subject.Identity.Name, request.From, request.To, cancellation))
        {
            changes.Add(new(subject.Resource.Name, happened.Time, "", Redaction.Redact(happened.Message)));
        }

        subject.Status = null;
        await new RdsStatus().ReadAsync(connection, [subject], cancellation);
        return new() { Changes = changes, Facts = Facts(subject) };
    }

    private static IReadOnlyList<Fact> Facts(Subject subject) =>
        [.. (subject.Status?.Facts ?? []).Where(fact => fact.Value.Value is not null).Select(fact => new Fact(subject.Resource.Name, fact.Key, (double)fact.Value.Value!.Value))];
}
