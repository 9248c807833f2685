using System.Globalization;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Budget;

/// <summary>Says what watching costs, and when it slows the sweeps.</summary>
internal sealed class BudgetNotices(IApiBudget budget) : INoticeSource
{
    public async Task<IReadOnlyList<string>> NoticesAsync(CancellationToken cancellation)
    {
        var state = await budget.StateAsync(cancellation);
        var notices = new List<string>();
        if (state is { SweepFactor: > 1, MonthlyBudget: { } limit })
        {
            notices.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"Sweeps run {state.SweepFactor:0.#} times more slowly than configured: ${state.SpentThisMonth:0.00} of the month's ${limit:0.00} for cloud API calls are spent."));
        }

        if (state is { LatestPass: { } pass, SpentThisMonth: > 0 })
        {
            var month = state.ProjectedMonth is { } projected
                ? string.Create(CultureInfo.InvariantCulture, $", about ${projected:0.00} a month")
                : "";
            notices.Add(string.Create(
                CultureInfo.InvariantCulture, $"Watching costs an estimated ${pass:0.0000} per pass{month}."));
        }

        return notices;
    }
}
