using Helm.Host.Web.Boards;
using Helm.Operations.Checks;
using Helm.Operations.Monitoring;

namespace Helm.Host.Tests.Web;

public sealed class SparklineTests
{
    [Fact]
    public void The_line_goes_from_the_left_to_the_right_and_the_highest_value_is_on_top()
    {
        var line = Sparkline.Of(Values(0, 10, 5), target: null, "label")!;

        Assert.Equal("0,30 80,2 160,16", line.Points);
        Assert.Null(line.Target);
    }

    [Fact]
    public void The_target_is_in_the_picture_also_when_all_values_are_far_from_it()
    {
        var line = Sparkline.Of(Values(5, 5), target: 0, "label")!;

        Assert.Equal("0,2 160,2", line.Points);
        Assert.Equal("30", line.Target);
    }

    [Fact]
    public void A_line_without_change_lies_in_the_middle_and_one_value_is_no_line()
    {
        Assert.Equal("0,16 160,16", Sparkline.Of(Values(3, 3), target: null, "label")!.Points);
        Assert.Null(Sparkline.Of(Values(3), target: 1, "label"));
        Assert.Null(Sparkline.Of([], target: 1, "label"));
    }

    [Fact]
    public void A_short_peak_among_many_values_is_not_lost()
    {
        var values = Enumerable.Repeat(1m, 2000).ToArray();
        values[1234] = 100;

        var line = Sparkline.Of(Values(values), target: null, "label")!;

        Assert.Contains(",2 ", line.Points, StringComparison.Ordinal);
        Assert.True(line.Points.Count(letter => letter == ',') <= 80);
    }

    private static List<MeasuredValue> Values(params decimal[] values) =>
        [.. values.Select((value, index) => new MeasuredValue(DateTimeOffset.UnixEpoch.AddMinutes(index), value, Health.Healthy))];
}
