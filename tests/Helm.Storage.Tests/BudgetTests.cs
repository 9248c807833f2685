using Helm.Operations.Budget;
using Helm.Operations.Overviews;

namespace Helm.Storage.Tests;

public sealed class BudgetTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task Without_a_budget_costs_are_shown_and_nothing_is_slowed(Provider provider)
    {
        var helm = await StartAsync(provider);
        Assert.Empty(await NoticesAsync(helm));

        await SpendAsync(helm, hours: 2, dollarsAnHour: 0.12m);
        var state = await helm.Get<IApiBudget>().StateAsync(Cancellation);

        Assert.Equal(1, state.SweepFactor);
        Assert.Equal(0.24m, decimal.Round(state.SpentThisMonth, 6));
        Assert.Equal(24, Assert.Single(state.Uses).Calls);
        Assert.InRange(state.ProjectedMonth!.Value, 80m, 95m);
        Assert.Equal(0.01m, decimal.Round(state.LatestPass!.Value, 6));
        Assert.Empty(await NoticesAsync(helm));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_budget_that_runs_short_slows_the_sweeps_and_says_so(Provider provider)
    {
        Set("Helm:Budget:MonthlyDollars", "10");
        var helm = await StartAsync(provider);

        await SpendAsync(helm, hours: 2, dollarsAnHour: 0.12m);
        var state = await helm.Get<IApiBudget>().StateAsync(Cancellation);

        // $9.76 for the 648 hours that then are left of the month: $0.015 an hour, where the pace wants $0.12.
        Assert.InRange(state.SweepFactor, 6, 10);
        Assert.InRange(state.SpentThisMonth, 0.05m, 0.24m);
        Assert.StartsWith("Sweeps run ", (await NoticesAsync(helm))[0]);
    }

    [Fact]
    public async Task A_spent_budget_slows_to_the_limit_and_a_new_month_begins_anew()
    {
        Set("Helm:Budget:MonthlyDollars", "0.2");
        var helm = await StartAsync(Provider.Sqlite);
        await SpendAsync(helm, hours: 2, dollarsAnHour: 0.12m);
        Assert.Equal(48, (await helm.Get<IApiBudget>().StateAsync(Cancellation)).SweepFactor);

        Clock.Advance(TimeSpan.FromDays(30));
        var state = await helm.Get<IApiBudget>().StateAsync(Cancellation);

        Assert.Equal(1, state.SweepFactor);
        Assert.Equal(0, state.SpentThisMonth);
    }

    /// <summary>As many passes as make these hours at a pass every five minutes, at the pace that the budget allows.</summary>
    private async Task SpendAsync(Installation helm, int hours, decimal dollarsAnHour)
    {
        for (var pass = 0; pass < hours * 12; pass++)
        {
            await helm.Get<IApiBudget>().RecordAsync(
                [new("cloudwatch", "GetMetricData", 1, dollarsAnHour / 12)], Cancellation);
            Clock.Advance(minutes: 5 * (await helm.Get<IApiBudget>().StateAsync(Cancellation)).SweepFactor);
        }
    }

    private static async Task<IReadOnlyList<string>> NoticesAsync(Installation helm) =>
        (await helm.Get<IOverviewReader>().ReadAsync("prod", null, 0, Cancellation)).Notices;
}
