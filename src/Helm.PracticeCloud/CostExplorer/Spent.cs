using Helm.PracticeCloud.Company;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Estate;

namespace Helm.PracticeCloud.CostExplorer;

/// <summary>What was spent, for any past day, from the company's data and its seed.</summary>
internal static class Spent
{
    /// <summary>By service; of today only the part that has passed.</summary>
    public static Dictionary<string, double> Between(AccountEstate estate, DateOnly from, DateOnly to)
    {
        var costs = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var spending in estate.Spending.Values)
        {
            for (var day = from; day < to; day = day.AddDays(1))
            {
                costs[spending.Service] = costs.GetValueOrDefault(spending.Service) + Of(estate, spending, day);
            }
        }

        return costs;
    }

    private static double Of(AccountEstate estate, SpendingDefinition spending, DateOnly day)
    {
        var now = estate.Clock.Now.UtcDateTime;
        var ago = DateOnly.FromDateTime(now).DayNumber - day.DayNumber;
        if (ago < 0)
        {
            return 0;
        }

        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? spending.Weekend : 1;
        var noise = 1 + (spending.Noise * Hash.Signed(Hash.Of(spending.Name) + (ulong)estate.Seed, day.DayNumber));
        var jump = spending.Jumps.Where(one => ago <= one.DaysAgo && ago > one.DaysAgo - one.Days).Aggregate(1.0, (all, one) => all * one.Factor);
        var passed = ago == 0 ? now.TimeOfDay.TotalDays : 1;
        return spending.DailyUsd * weekend * noise * jump * passed;
    }
}
