using Helm.Operations.Trends;

namespace Helm.Operations.Tests.Trends;

public sealed class TrendTests
{
    [Fact]
    public void What_climbs_is_rising_by_the_share_that_it_climbed() =>
        Assert.Equal(new Trend("rising", 12m), Trend.Of([.. Enumerable.Range(0, 40).Select(at => at < 20 ? 100m : 112m)]));

    [Fact]
    public void What_falls_is_falling() =>
        Assert.Equal("falling", Trend.Of([.. Enumerable.Range(0, 40).Select(at => 100m - at)])!.Direction);

    [Fact]
    public void Noise_is_steady_however_the_quarters_lie()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var random = new Random(seed);
            var values = Enumerable.Range(0, 60).Select(_ => 100m + (decimal)((random.NextDouble() - 0.5) * 40)).ToList();

            Assert.Equal("steady", Trend.Of(values)!.Direction);
        }
    }

    [Fact]
    public void One_spike_is_no_trend() =>
        Assert.Equal("steady", Trend.Of([.. Enumerable.Range(0, 40).Select(at => at == 38 ? 900m : 100m)])!.Direction);

    [Fact]
    public void From_nothing_it_rises_by_no_percentage() =>
        Assert.Equal(new Trend("rising", null), Trend.Of([.. Enumerable.Range(0, 40).Select(at => at < 20 ? 0m : 5m)]));

    [Fact]
    public void A_few_values_are_no_trend() => Assert.Null(Trend.Of([1, 2, 3]));
}
