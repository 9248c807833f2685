namespace Helm.PracticeCloud.Metrics;

/// <summary>Collects the samples of a period. A slot of <paramref name="resolution"/> seconds is published when it is over.</summary>
internal sealed class Sampler(int resolution)
{
    public int Resolution => resolution;

    /// <summary>Fills the bucket with the slots that begin in [from, to) and are over at <paramref name="now"/> (epoch seconds).</summary>
    public bool Fill(Series series, long from, long to, long now, SampleSet bucket)
    {
        bucket.Clear();
        var end = Math.Min(Up(to), now - (now % resolution));
        for (var time = Up(from); time < end;)
        {
            var next = Math.Min(end, series.StretchEnd(time, resolution));
            bucket.Add(Between(series, time, next));
            time = next;
        }

        return bucket.Count > 0;
    }

    private long Up(long time) => (time + resolution - 1) / resolution * resolution;

    private Stretch Between(Series series, long from, long to)
    {
        var level = series.At(from);
        if (level.Missing)
        {
            return default;
        }

        switch (series.Profile.Kind)
        {
            case SeriesKind.Count:
                var events = Events(level.Value, from, to);
                return new Stretch(SeriesKind.Count, events, events, 1, 0);
            case SeriesKind.Gauge:
                var interval = Math.Max(series.Profile.Interval == 60 ? resolution : series.Profile.Interval, resolution);
                var readings = ((to + interval - 1) / interval) - ((from + interval - 1) / interval);
                var value = Rounded(level.Value, series.Profile.Unit);
                return new Stretch(SeriesKind.Gauge, readings, readings * value, value, 0);
            default:
                return OfEvents(series, level, from, to);
        }
    }

    private static Stretch OfEvents(Series series, Level level, long from, long to)
    {
        var rate = series.Of!.At(from);
        var events = rate.Missing ? 0 : Events(rate.Value, from, to);
        if (events == 0)
        {
            return default;
        }

        return series.Profile.Kind == SeriesKind.Part
            ? new Stretch(SeriesKind.Part, events, Math.Min(events, Events(rate.Value * level.Value / 100, from, to)), 0, 0)
            : Stretch.Measured(events, level.Value, level.P95);
    }

    // The difference of a running total, so that 250 a minute is exactly 250 in any 60 seconds however they are cut.
    private static long Events(double perMinute, long from, long to)
    {
        var rate = Math.Round(perMinute, 6);
        return (long)Math.Floor(rate * to / 60) - (long)Math.Floor(rate * from / 60);
    }

    private static double Rounded(double value, string unit) => unit switch
    {
        "Count" or "Bytes" => Math.Round(value),
        "Seconds" => Math.Round(value, 6),
        _ => Math.Round(value, 3),
    };
}
