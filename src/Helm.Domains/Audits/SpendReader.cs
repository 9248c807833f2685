using Helm.Domains.Cloud.CostExplorer;
using Helm.Operations.Audits;

namespace Helm.Domains.Audits;

/// <summary>Reads spending, with as much before it as is needed to say what is usual.</summary>
internal static class SpendReader
{
    /// <summary>Cost Explorer keeps days for fourteen months; a day more is refused.</summary>
    private const int MostMonths = 13;

    public static async Task<IReadOnlyList<DailyCost>> ReadAsync(CostExplorerClient explorer, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation)
    {
        var days = to.DayNumber - from.DayNumber;
        var first = from.AddDays(-Math.Max(days, SpendAnalysis.UsualDays));
        var oldest = today.AddMonths(-MostMonths);
        var costs = new List<DailyCost>();
        await foreach (var cost in explorer.GetDailyCostsAsync(first < oldest ? oldest : first, to, cancellation))
        {
            costs.Add(cost);
        }

        return costs;
    }
}
