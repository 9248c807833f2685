using Helm.Operations.Budget;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helm.Storage.Budget;

/// <summary>Keeps the use by the hour, and stretches the intervals so that the rest of the month's budget lasts.</summary>
internal sealed class ApiBudget(DbSource source, IOptions<BudgetOptions> options, TimeProvider time) : IApiBudget
{
    private const int HoursObserved = 24;

    /// <summary>Less than this tells nothing about a month.</summary>
    private static readonly TimeSpan ShortestObservation = TimeSpan.FromMinutes(10);

    public async Task RecordAsync(IReadOnlyList<ApiUse> pass, CancellationToken cancellation)
    {
        if (pass.Count == 0)
        {
            return;
        }

        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // The first statement takes the row, so that two hosts add up.
        await db.Database.ExecuteSqlAsync($"UPDATE api_pace SET id = id WHERE id = 1", cancellation);
        var pace = await db.Set<ApiPaceRow>().SingleAsync(cancellation);
        var now = time.GetUtcNow();
        foreach (var use in pass.GroupBy(one => (one.Service, one.Operation)))
        {
            await AddAsync(db, HourOf(now), use, pace.SweepFactor, cancellation);
        }

        pace.FirstPassAt ??= now;
        pace.LatestPassDollars = (double)pass.Sum(use => use.Dollars);
        pace.SweepFactor = await FactorAsync(db, pace, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<BudgetState> StateAsync(CancellationToken cancellation)
    {
        await using var db = source.Open();
        var now = time.GetUtcNow();
        var pace = await db.Set<ApiPaceRow>().AsNoTracking().SingleAsync(cancellation);
        if (pace.FirstPassAt is null)
        {
            return BudgetState.Empty with { MonthlyBudget = MonthlyBudget };
        }

        var uses = await MonthAsync(db, now, cancellation);
        var perHour = await PerHourAsync(db, pace, now, cancellation);
        return new()
        {
            SpentThisMonth = uses.Sum(use => use.Dollars),
            ProjectedMonth = perHour is { } hourly ? (decimal)(hourly * MonthOf(now).TotalHours) : null,
            LatestPass = (decimal?)pace.LatestPassDollars,
            MonthlyBudget = MonthlyBudget,
            SweepFactor = MonthlyBudget is null ? 1 : await FactorAsync(db, pace, now, cancellation),
            Uses = uses,
        };
    }

    private decimal? MonthlyBudget => options.Value.MonthlyDollars > 0 ? options.Value.MonthlyDollars : null;

    private static DateTimeOffset HourOf(DateTimeOffset now) => new(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset MonthBegin(DateTimeOffset now) => new(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);

    private static TimeSpan MonthOf(DateTimeOffset now) => TimeSpan.FromDays(DateTime.DaysInMonth(now.Year, now.Month));

    private static async Task AddAsync(
        HelmDb db,
        DateTimeOffset hour,
        IGrouping<(string Service, string Operation), ApiUse> use,
        double factor,
        CancellationToken cancellation)
    {
        var dollars = (double)use.Sum(one => one.Dollars);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO api_uses (hour, service, operation, calls, dollars, unslowed_dollars)
            VALUES ({hour.UtcDateTime}, {use.Key.Service}, {use.Key.Operation}, {use.Sum(one => one.Calls)}, {dollars}, {dollars * factor})
            ON CONFLICT (hour, service, operation) DO UPDATE SET
              calls = api_uses.calls + excluded.calls,
              dollars = api_uses.dollars + excluded.dollars,
              unslowed_dollars = api_uses.unslowed_dollars + excluded.unslowed_dollars
            """,
            cancellation);
    }

    private static async Task<IReadOnlyList<ApiUse>> MonthAsync(
        HelmDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var begin = MonthBegin(now);
        var sums = await db.Set<ApiUseRow>().Where(row => row.Hour >= begin)
            .GroupBy(row => new { row.Service, row.Operation })
            .Select(rows => new { rows.Key, Calls = rows.Sum(row => row.Calls), Dollars = rows.Sum(row => row.Dollars) })
            .ToListAsync(cancellation);
        return [.. sums.OrderByDescending(sum => sum.Dollars)
            .Select(sum => new ApiUse(sum.Key.Service, sum.Key.Operation, sum.Calls, (decimal)sum.Dollars))];
    }

    /// <summary>Dollars an hour at the configured pace, over the last day; null while too little was seen.</summary>
    private static async Task<double?> PerHourAsync(
        HelmDb db, ApiPaceRow pace, DateTimeOffset now, CancellationToken cancellation)
    {
        var since = HourOf(now).AddHours(-HoursObserved);
        var observed = now - (pace.FirstPassAt > since ? pace.FirstPassAt.Value : since);
        if (observed < ShortestObservation)
        {
            return null;
        }

        var dollars = await db.Set<ApiUseRow>().Where(row => row.Hour >= since)
            .SumAsync(row => row.UnslowedDollars, cancellation);
        return dollars / observed.TotalHours;
    }

    /// <summary>How many times the configured pace would overspend what is left for the rest of the month.</summary>
    private async Task<double> FactorAsync(
        HelmDb db, ApiPaceRow pace, DateTimeOffset now, CancellationToken cancellation)
    {
        if (MonthlyBudget is not { } budget)
        {
            return 1;
        }

        var begin = MonthBegin(now);
        var spent = await db.Set<ApiUseRow>().Where(row => row.Hour >= begin).SumAsync(row => row.Dollars, cancellation);
        var left = (double)budget - spent;
        if (left <= 0)
        {
            return options.Value.MaxSweepFactor;
        }

        var affordable = left / (begin + MonthOf(now) - now).TotalHours;
        var wanted = await PerHourAsync(db, pace, now, cancellation) ?? 0;
        return Math.Clamp(wanted / affordable, 1, options.Value.MaxSweepFactor);
    }
}
