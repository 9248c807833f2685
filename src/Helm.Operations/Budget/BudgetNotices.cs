using System.Globalization;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Budget;

/// <summary>Says when the budget slows the sweeps.</summary>
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

        return notices;
    }
}
