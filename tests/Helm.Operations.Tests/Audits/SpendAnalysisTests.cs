using Helm.Operations.Audits;

namespace Helm.Operations.Tests.Audits;

public sealed class SpendAnalysisTests
{
    // A Monday; the days before it are whole.
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Fact]
    public void Totals_shares_and_the_days_before_add_up()
    {
        var costs = Days(60, day => ("A", 10m), day => ("B", day <= 30 ? 5m : 10m)).ToList();

        var section = SpendAnalysis.Of(costs, Today.AddDays(-30), Today, Today);

        Assert.Equal((450m, 600m, -25m, 15m), (section.Total, section.PreviousTotal, section.ChangePercent, section.AveragePerDay));
        Assert.Equal([("A", 66.7m), ("B", 33.3m)], section.Services.Select(one => (one.Service, one.SharePercent)));
        Assert.Equal(section.Total, section.Services.Sum(one => one.Total));
        Assert.Equal((Today.AddDays(-30), Today.AddDays(-1), 30), (section.From, section.To, section.Days));
    }

    [Fact]
    public void A_dear_day_is_unusual_and_its_neighbours_are_not()
    {
        var costs = Days(60, day => ("RDS", day == 3 ? 100m : 40m + (day % 3))).ToList();

        var anomaly = Assert.Single(SpendAnalysis.Of(costs, Today.AddDays(-30), Today, Today).Anomalies);

        Assert.Equal((Today.AddDays(-3), Today.AddDays(-3), 100m), (anomaly.From, anomaly.To, anomaly.Amount));
        Assert.InRange(anomaly.Times, 2.3m, 2.6m);
    }

    [Fact]
    public void Days_in_a_row_are_one_anomaly_and_a_fall_is_one_too()
    {
        var costs = Days(60, day => ("RDS", day is 4 or 5 ? 100m : 40m), day => ("Lambda", day == 2 ? 0m : 20m)).ToList();

        var anomalies = SpendAnalysis.Of(costs, Today.AddDays(-30), Today, Today).Anomalies;

        Assert.Equal(
            [("RDS", 5, 4, 200m, 80m), ("Lambda", 2, 2, 0m, 20m)],
            anomalies.Select(one => (one.Service, Ago(one.From), Ago(one.To), one.Amount, one.Usual)));
    }

    [Fact]
    public void Cheap_weekends_are_usual()
    {
        var costs = Days(60, day => ("Lambda", Today.AddDays(-day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 4m : 20m)).ToList();

        Assert.Empty(SpendAnalysis.Of(costs, Today.AddDays(-30), Today, Today).Anomalies);
    }

    [Fact]
    public void Noise_cents_and_a_day_that_is_not_over_are_not_unusual()
    {
        var random = new Random(7);
        var costs = Days(60, day => ("Noisy", 50m + (decimal)((random.NextDouble() - 0.5) * 10)), day => ("Cents", day == 3 ? 0.9m : 0.01m)).ToList();
        costs.Add(new(Today, "Noisy", 3));

        var section = SpendAnalysis.Of(costs, Today.AddDays(-15), Today.AddDays(1), Today);

        Assert.Empty(section.Anomalies);
        Assert.True(section.Estimated);
    }

    [Fact]
    public void Without_the_days_before_nothing_is_said_of_them()
    {
        var section = SpendAnalysis.Of(Days(10, _ => ("A", 1m)).ToList(), Today.AddDays(-10), Today, Today);

        Assert.Null(section.PreviousTotal);
        Assert.Null(section.ChangePercent);
        Assert.Equal(10m, section.Total);
    }

    private static int Ago(DateOnly day) => Today.DayNumber - day.DayNumber;

    private static IEnumerable<DailyCost> Days(int days, params Func<int, (string Service, decimal Amount)>[] services) =>
        from ago in Enumerable.Range(1, days)
        from service in services
        let cost = service(ago)
        select new DailyCost(Today.AddDays(-ago), cost.Service, cost.Amount);
}
