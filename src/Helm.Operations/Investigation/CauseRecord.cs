using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Reports;
using Helm.Operations.Issues;

namespace Helm.Operations.Investigation;

/// <summary>Keeps an investigation and writes its result into the issue.</summary>
public sealed class CauseRecord(IInvestigationStore store, IIssueEditor issues)
{
    /// <summary>The kept report when it is young enough and the issue did not change its severity since.</summary>
    public async Task<IncidentReport?> FreshAsync(Issue issue, DateTimeOffset notBefore, CancellationToken cancellation) =>
        await store.FindAsync(issue.IssueId, cancellation) is { } kept && kept.At >= notBefore
            ? JsonSerializer.Deserialize<IncidentReport>(kept.Report, BundleJson.Options)
            : null;

    /// <summary>What the latest investigation of an issue came to; null when there was none.</summary>
    public async Task<IncidentReport?> LatestAsync(string issueId, CancellationToken cancellation) =>
        await store.FindAsync(issueId, cancellation) is { } kept ? JsonSerializer.Deserialize<IncidentReport>(kept.Report, BundleJson.Options) : null;

    public async Task KeepAsync(Issue issue, EvidenceBundle bundle, IncidentReport report, CancellationToken cancellation)
    {
        var json = BundleJson.WriteCompact(bundle);
        var id = "inv-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12];
        await store.SaveAsync(new(id, issue.IssueId, bundle.AskedAt, json, BundleJson.Write(report)), cancellation);
        await issues.EditAsync(issue.IssueId, IssueChange.Updated, current => EstablishedCause.Write(current, report), cancellation);
    }
}
