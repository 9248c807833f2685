using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.SecurityHub;
using Helm.Operations.Audits;

namespace Helm.Domains.Audits;

/// <summary>How safe an account is, by Security Hub.</summary>
internal sealed class SecurityAuditor(CloudConnections connections, PassBook book) : IAuditor
{
    /// <summary>Of a hundred findings each; reading more would take minutes.</summary>
    private const int MostPages = 300;

    private readonly AccountAudit _audit = new(connections, book);

    public AuditType Type => AuditType.Security;

    public Task<AuditFindings> AuditAsync(AuditRequest request, Action<string> note, CancellationToken cancellation) =>
        _audit.RunAsync(request, async (account, parts, stop) =>
        {
            note("reading findings");
            var (found, cut) = (new List<CheckedControl>(), false);
            var read = await parts.ReadAsync("findings", async () =>
            {
                cut = await ReadAsync(account.Connection.SecurityHub, found, note, stop);
                return found;
            });
            if (cut)
            {
                parts.Cut("findings", FormattableString.Invariant($"There are more than {found.Count} findings; those that follow are not counted."));
            }

            // Findings of the pages before a fault are told, so that a long account is not lost to its last page.
            return new(null, []) { Security = read is null && found.Count == 0 ? null : SecuritySection.Of(found) };
        }, cancellation);

    /// <summary>True when there was more than is read.</summary>
    private static async Task<bool> ReadAsync(SecurityHubClient hub, List<CheckedControl> found, Action<string> note, CancellationToken cancellation)
    {
        var pages = 0;
        await foreach (var page in hub.GetActiveFindingsAsync(cancellation))
        {
            if (++pages > MostPages)
            {
                return true;
            }

            found.AddRange(page.Select(Read));
            note($"{found.Count} findings read");
        }

        return false;
    }

    private static CheckedControl Read(HubFinding finding) => new(
        finding.Compliance?.SecurityControlId,
        finding.Title,
        SeverityOf(finding.Severity?.Label),
        finding.Resources is [{ Id: { } id }, ..] ? id : "unnamed",
        StatusOf(finding));

    // What is no control has no compliance; it is open until somebody resolved it.
    private static ControlStatus StatusOf(HubFinding finding) => (finding.Workflow?.Status, finding.Compliance?.Status) switch
    {
        ("SUPPRESSED", _) => ControlStatus.Suppressed,
        (_, "PASSED") => ControlStatus.Passed,
        (_, "WARNING" or "NOT_AVAILABLE") => ControlStatus.Unknown,
        (_, "FAILED") => ControlStatus.Failed,
        ("RESOLVED", _) => ControlStatus.Suppressed,
        _ => ControlStatus.Failed,
    };

    private static string SeverityOf(string? label) => label switch
    {
        "CRITICAL" => "critical",
        "HIGH" => "high",
        "MEDIUM" => "medium",
        "LOW" => "low",
        _ => "informational",
    };
}
