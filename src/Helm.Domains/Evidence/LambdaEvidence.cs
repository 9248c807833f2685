using System.Globalization;
using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Lambda;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Evidence;
using Subject = Helm.Domains.Cloud.Checks.Subject;

namespace Helm.Domains.Evidence;

/// <summary>Releases and updates of a function, and what is reserved for it.</summary>
internal static class LambdaEvidence
{
    public static async Task<QueryResult> AskAsync(CloudConnection connection, Subject subject, EvidenceRequest request, CancellationToken cancellation)
    {
        var name = subject.Resource.Name;
        var changes = new List<ChangeRecord>();
        await foreach (var version in connection.Lambda.ListVersionsAsync(subject.Identity.Name, cancellation))
        {
            if (Time(version.LastModified) is { } at && at >= request.From && at <= request.To)
            {
                changes.Add(Change(name, at, version));
            }
        }

        // Publishing updates the function too: the release says it all.
        changes.RemoveAll(change => change.Kind == "update" && changes.Any(other => other.Kind == "deployment" && (other.Time - change.Time).Duration() < TimeSpan.FromMinutes(1)));
        var reserved = (await connection.Lambda.GetFunctionAsync(subject.Identity.Name, cancellation)).Concurrency?.ReservedConcurrentExecutions;
        return new() { Changes = changes, Facts = reserved is { } limit ? [new(name, "reserved_concurrency", limit)] : [] };
    }

    private static ChangeRecord Change(string name, DateTimeOffset at, FunctionConfiguration version) => version.Version is "$LATEST" or null
        ? new(name, at, "update", $"{name} was updated")
        : new(name, at, "deployment", $"version {version.Version} of {name} was released{(version.Description is { Length: > 0 } what ? $": {Redaction.Redact(what)}" : "")}");

    /// <summary>Lambda writes its zone without a colon: <c>2026-05-01T10:00:00.000+0000</c>.</summary>
    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text?.Replace("+0000", "Z", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
