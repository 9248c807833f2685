using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Operations.Audits;
using Microsoft.Extensions.Options;

namespace Helm.Domains.Audits;

/// <summary>What an account costs, where that is unusual, and what is paid for and little used.</summary>
internal sealed class CostAuditor(CloudConnections connections, PassBook book, IOptions<CloudOptions> options, TimeProvider time) : IAuditor
{
    private const int UsualLength = 30;

    private readonly AccountAudit _audit = new(connections, book);

    public AuditType Type => AuditType.Cost;

    public Task<AuditFindings> AuditAsync(AuditRequest request, Action<string> note, CancellationToken cancellation) =>
        _audit.RunAsync(request, async (account, parts, stop) => new(null, [])
        {
            Cost = await CostAsync(request, account, parts, note, stop),
        }, cancellation);

    private async Task<CostSection?> CostAsync(AuditRequest request, ReachedAccount account, PartBook parts, Action<string> note, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (from, to) = (request.From ?? today.AddDays(-UsualLength), request.To ?? today);
        note("reading the spending of each day");
        var costs = await parts.ReadAsync("spend", () => SpendReader.ReadAsync(account.Connection.CostExplorer, from, to, today, cancellation));
        var usage = await UsageAudit.ReadAsync(account, parts, options.Value.ServiceNamespace, now, note, cancellation);

        // Where spending may not be read, what is little used is worth telling all the same.
        return costs is null && usage.Savings is null ? null : SpendAnalysis.Of(costs ?? [], from, to, today) with
        {
            Currency = CurrencyOf(account.Place),
            Savings = usage.Savings,
            ResourcesLookedAt = usage.Looked,
        };
    }

    private static string CurrencyOf(CloudPlace place) => place.Region.PartitionName == "aws-cn" ? "CNY" : "USD";
}
