using Helm.Domains.Inventory;
using Helm.Operations.Audits;
using Helm.Operations.Discovery;

namespace Helm.Domains.Audits;

/// <summary>Finds what is idle or oversized among everything that can be listed.</summary>
internal static class UsageAudit
{
    /// <summary>What is little used of all that could be listed; null when nothing was to be had.</summary>
    public static async Task<(IReadOnlyList<Saving>? Savings, int Looked)> ReadAsync(
        ReachedAccount account, PartBook parts, string serviceNamespace, DateTimeOffset now, Action<string> note, CancellationToken cancellation)
    {
        var inventory = new AccountInventory(account.Connection, account.Place, account.Account, serviceNamespace);
        var (found, problems) = await inventory.ListAsync(note, cancellation);
        foreach (var (type, fault) in problems)
        {
            parts.Note($"list of {type}", fault);
        }

        List<FoundResource> judged = [.. found.Where(one => UsageRules.All.Any(rule => rule.Type == one.Type))];
        if (judged.Count == 0)
        {
            return (null, 0);
        }

        note($"reading how much {judged.Count} resources were used");
        return (await parts.ReadAsync("usage", () => UsageMeter.JudgeAsync(account.Connection.CloudWatch, judged, now, cancellation)), judged.Count);
    }
}
