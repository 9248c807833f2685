using System.Globalization;
using System.Text.Json;
using Helm.Operations.Investigation.Anomalies;

namespace Helm.Operations.Tests.Investigation;

public sealed class AnomalyDetectorTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_value_far_outside_is_an_anomaly_and_is_told_once()
    {
        var scores = Scores(1200, at => Noise(at) + (at is >= 900 and < 910 ? 60 : 0));

        // The first hundreds are for learning what is usual.
        Assert.Equal([900], scores.Index().Where(score => score.Index > 300 && score.Item >= 0.5).Select(score => score.Index));
    }

    [Fact]
    public void A_quiet_metric_is_left_alone()
    {
        Assert.DoesNotContain(Scores(3000, _ => 42), score => score > 0);
        Assert.InRange(Scores(3000, Noise).Skip(600).Count(score => score >= 0.5), 0, 2);
    }

    [Fact]
    public void What_happens_every_day_is_no_anomaly_and_what_does_not_is_one()
    {
        static double Daily(int at) => Noise(at) + (at % 288 is > 100 and < 120 ? 40 : 0);

        var usual = Scores(288 * 8, Daily);
        var missed = Scores(288 * 8, at => at is > (288 * 7) + 100 and < (288 * 7) + 120 ? Noise(at) : Daily(at));

        Assert.DoesNotContain(usual.Skip(288 * 3), score => score >= 0.5);
        Assert.Contains(missed.Skip(288 * 7), score => score > 0.3);
        Assert.True(missed.Skip(288 * 7).Max() > usual.Skip(288 * 7).Max());
    }

    [Fact]
    public void A_score_does_not_depend_on_what_comes_later()
    {
        var whole = Scores(1500, at => Noise(at) * (at > 1000 ? 5 : 1));
        var part = Scores(1100, at => Noise(at) * (at > 1000 ? 5 : 1));

        Assert.Equal(part, whole.Take(1100));
    }

    [Fact]
    public void What_is_no_number_scores_nothing_and_harms_nothing()
    {
        var detector = new AnomalyDetector();
        double[] values = [double.NaN, double.PositiveInfinity, double.MaxValue, -double.MaxValue, 1, 2];
        for (var at = 0; at < 600; at++)
        {
            Assert.InRange(detector.Next(Start.AddMinutes(at), values[at % values.Length]), 0, 1);
        }
    }

    [Fact]
    public void Lines_come_out_with_the_time_as_it_was_written()
    {
        string[] lines = ["timestamp,value", "2026-05-01 00:00:00,1.5", "", "1777593900,2", "2026-05-01T00:10:00Z,\"3\""];

        var scored = ScoredValues.Of(lines).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("timestamp").GetString());

        Assert.Equal(["2026-05-01 00:00:00", "1777593900", "2026-05-01T00:10:00Z"], scored);
    }

    [Fact]
    public void A_broken_line_is_named()
    {
        var wrong = Assert.Throws<FormatException>(() => ScoredValues.Of(["timestamp,value", "2026-05-01,1", "yesterday;2"]).ToList());

        Assert.Equal("Line 3 is not timestamp,value: \"yesterday;2\". Write for example 2026-05-01 10:00:00,12.5.", wrong.Message);
    }

    private static double Noise(int at) => 20 + new Random(at).NextDouble();

    private static List<double> Scores(int count, Func<int, double> value)
    {
        var detector = new AnomalyDetector();
        return [.. Enumerable.Range(0, count).Select(at => detector.Next(Start.AddMinutes(5 * at), double.Parse(value(at).ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)))];
    }
}
