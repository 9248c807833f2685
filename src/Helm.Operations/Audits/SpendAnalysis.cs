namespace Helm.Operations.Audits;

/// <summary>Makes totals and anomalies of what was spent day by day.</summary>
/// <remarks>
/// A day is an anomaly when it is far from what the same service cost on days of the same sort (working day, weekend) in the
/// four weeks before: four times their usual spread, a quarter of their median and a dollar, whichever is most. Medians,
/// because the dear days of last week must not make those of this week usual.
/// </remarks>
public static class SpendAnalysis
{
    /// <summary>How many days before a day say what is usual for it.</summary>
    public const int UsualDays = 28;

    private const int FewestToJudge = 4;
    private const decimal Spreads = 4;
    private const decimal LeastShare = 0.25m;
    private const decimal LeastDollars = 1;

    // From the median of absolute deviations to a standard deviation of normal noise.
    private const decimal Consistency = 1.4826m;

    /// <param name="costs">From twice the length before <paramref name="from"/>, or as far back as is known.</param>
    /// <param name="to">The day after the last.</param>
    /// <param name="today">Not over yet, so it is never judged.</param>
    public static CostSection Of(IReadOnlyList<DailyCost> costs, DateOnly from, DateOnly to, DateOnly today)
    {
        var days = to.DayNumber - from.DayNumber;
        var before = from.AddDays(-days);
        var known = costs.Count > 0 && costs.Min(cost => cost.Day) <= before;
        var now = Totals(costs, from, to);
        var then = known ? Totals(costs, before, from) : null;
        var total = now.Values.Sum();
        return new()
        {
            From = from,
            To = to.AddDays(-1),
            Days = days,
            Estimated = to > today.AddDays(-1),
            Total = Money(total),
            AveragePerDay = Money(total / Math.Max(1, days)),
            PreviousTotal = then is null ? null : Money(then.Values.Sum()),
            ChangePercent = then is null ? null : Change(total, then.Values.Sum()),
            Services =
            [
                .. now.Where(one => Money(one.Value) != 0).OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal)
                    .Select(one => new ServiceCost(
                        one.Key, Money(one.Value), total == 0 ? 0 : Math.Round(100 * one.Value / total, 1), then is null ? null : Money(then.GetValueOrDefault(one.Key)),
                        then is null ? null : Change(one.Value, then.GetValueOrDefault(one.Key)))),
            ],
            Anomalies = Anomalies(costs, from, to < today ? to : today),
        };
    }

    private static Dictionary<string, decimal> Totals(IEnumerable<DailyCost> costs, DateOnly from, DateOnly to) => costs
        .Where(cost => cost.Day >= from && cost.Day < to)
        .GroupBy(cost => cost.Service, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Sum(cost => cost.Amount), StringComparer.Ordinal);

    private static List<CostAnomaly> Anomalies(IReadOnlyList<DailyCost> costs, DateOnly from, DateOnly to) =>
    [
        .. costs.GroupBy(cost => cost.Service, StringComparer.Ordinal)
            .SelectMany(service => Joined(service.Key, Odd(service.GroupBy(cost => cost.Day).ToDictionary(day => day.Key, day => day.Sum(cost => cost.Amount)), from, to)))
            .OrderByDescending(anomaly => Math.Abs(anomaly.Amount - anomaly.Usual)),
    ];

    private static IEnumerable<(DateOnly Day, decimal Amount, decimal Usual)> Odd(Dictionary<DateOnly, decimal> byDay, DateOnly from, DateOnly to)
    {
        var first = byDay.Keys.Min();
        for (var day = from; day < to; day = day.AddDays(1))
        {
            // A day that Cost Explorer leaves out cost nothing, once the service was used at all.
            var earlier = Enumerable.Range(1, UsualDays).Select(ago => day.AddDays(-ago))
                .Where(one => one >= first && IsWeekend(one) == IsWeekend(day)).Select(one => byDay.GetValueOrDefault(one)).ToList();
            var amount = byDay.GetValueOrDefault(day);
            if (earlier.Count >= FewestToJudge && IsOdd(amount, earlier, out var usual))
            {
                yield return (day, amount, usual);
            }
        }
    }

    private static bool IsOdd(decimal amount, List<decimal> earlier, out decimal usual)
    {
        var median = usual = Median(earlier);
        var spread = Consistency * Median([.. earlier.Select(one => Math.Abs(one - median))]);
        return Math.Abs(amount - usual) > Math.Max(Math.Max(Spreads * spread, LeastShare * usual), LeastDollars);
    }

    /// <summary>Days in a row that went the same way are one anomaly.</summary>
    private static IEnumerable<CostAnomaly> Joined(string service, IEnumerable<(DateOnly Day, decimal Amount, decimal Usual)> odd)
    {
        CostAnomaly? open = null;
        foreach (var (day, amount, usual) in odd)
        {
            if (open is not null && open.To.AddDays(1) == day && open.Amount > open.Usual == amount > usual)
            {
                open = open with { To = day, Amount = open.Amount + amount, Usual = open.Usual + usual };
                continue;
            }

            if (open is not null)
            {
                yield return Rounded(open);
            }

            open = new(service, day, day, amount, usual, 0);
        }

        if (open is not null)
        {
            yield return Rounded(open);
        }
    }

    private static CostAnomaly Rounded(CostAnomaly anomaly) => anomaly with
    {
        Amount = Money(anomaly.Amount),
        Usual = Money(anomaly.Usual),
        Times = anomaly.Usual == 0 ? 0 : Math.Round(anomaly.Amount / anomaly.Usual, 1),
    };

    private static decimal Median(List<decimal> values)
    {
        values.Sort();
        return values.Count % 2 == 1 ? values[values.Count / 2] : (values[(values.Count / 2) - 1] + values[values.Count / 2]) / 2;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static decimal Money(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static decimal? Change(decimal now, decimal then) => then == 0 ? null : Math.Round(100 * (now - then) / then, 1);
}
