using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Audits;

namespace Helm.Domains.Audits;

/// <summary>What every audit begins and ends with: the account of the environment, and the books.</summary>
internal sealed class AccountAudit(CloudConnections connections, PassBook book)
{
    public async Task<AuditFindings> RunAsync(AuditRequest request, AccountQuestion ask, CancellationToken cancellation)
    {
        var parts = new PartBook(request.Environment);
        var pass = book.Open();
        var account = connections.Environments.TryGetValue(request.Environment, out var known) && known.Account.Length > 0 ? known.Account : null;
        var reached = await parts.ReadAsync("account", () => ReachAsync(request.Environment, cancellation));
        if (reached is null)
        {
            return new(account, parts.Parts);
        }

        var found = await ask(reached, parts, cancellation);
        await book.CloseAsync(pass, cancellation);
        return found with { Account = account, Parts = parts.Parts };
    }

    private async Task<ReachedAccount> ReachAsync(string environment, CancellationToken cancellation)
    {
        var place = connections.PlaceOf(environment, null);
        return new(await connections.ConnectAsync(place, cancellation), place, connections.Environments[environment].Account);
    }
}

/// <summary>An account that answers.</summary>
internal sealed record ReachedAccount(CloudConnection Connection, CloudPlace Place, string Account);

/// <summary>What one audit asks of it.</summary>
internal delegate Task<AuditFindings> AccountQuestion(ReachedAccount account, PartBook parts, CancellationToken cancellation);
