using System.Globalization;
using System.Text.Json;
using Helm.Operations.Investigation.Anomalies;

namespace Helm.Benchmarks.Operate;

/// <summary>The score on the Numenta Anomaly Benchmark, standard profile: its sweep over thresholds, one for all files, and its normalisation.</summary>
internal static class NumentaScore
{
    private const double FalsePositive = 0.11;

    public static void Run(string folder)
    {
        var data = Path.Combine(folder, "data");
        using var labels = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "labels", "combined_windows.json")));
        var points = new List<Point>();
        var windows = 0;
        foreach (var file in Directory.GetFiles(data, "*.csv", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(data, file).Replace('\\', '/');
            var spans = labels.RootElement.GetProperty(name).EnumerateArray().Select(span => (From: Time(span[0].GetString()!), To: Time(span[1].GetString()!))).ToList();
            points.AddRange(Points(File.ReadAllLines(file), spans, windows));
            windows += spans.Count;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"operate, metric detector: {Best(points, windows):0.00} on NAB's standard profile ({windows} windows, {points.Count} values, one parameter set; goal 58.2, aim 70.5)"));
    }

    private static List<Point> Points(string[] lines, List<(DateTime From, DateTime To)> spans, int firstWindow)
    {
        var times = lines.Skip(1).Select(line => Time(line.Split(',')[0])).ToList();
        var scores = ScoredValues.Of(lines).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("score").GetDouble()).ToList();
        var probation = Math.Min(Math.Floor(0.15 * times.Count), 0.15 * 5000);
        var points = new List<Point>();
        var (window, right, width, lastRight, lastWidth, next) = (-1, 0, 0.0, -1, 0.0, 0);
        for (var at = 0; at < times.Count; at++)
        {
            if (window < 0 && next < spans.Count && times[at] == spans[next].From)
            {
                (window, right) = (firstWindow + next, times.IndexOf(spans[next].To));
                width = right - at + 1;
                next++;
            }

            var worth = window >= 0 ? Sigmoid(-(right - at + 1) / width) / Sigmoid(-1)
                : FalsePositive * (lastRight < 0 ? -1 : Sigmoid((at - lastRight) / (lastWidth - 1)));
            if (at >= probation)
            {
                points.Add(new(scores[at], worth, window));
            }

            if (window >= 0 && at == right)
            {
                (lastRight, lastWidth, window) = (at, width, -1);
            }
        }

        return points;
    }

    /// <summary>The best over all thresholds, between finding nothing (0) and finding every window at its first value (100).</summary>
    private static double Best(List<Point> points, int windows)
    {
        var found = Enumerable.Repeat(-1.0, windows).ToArray();
        var (sum, best) = (-(double)windows, -(double)windows);
        foreach (var level in points.GroupBy(point => point.Score).OrderByDescending(group => group.Key))
        {
            foreach (var point in level)
            {
                var gain = point.Window < 0 ? point.Worth : Math.Max(0, point.Worth - found[point.Window]);
                sum += gain;
                if (point.Window >= 0)
                {
                    found[point.Window] += gain;
                }
            }

            best = Math.Max(best, sum);
        }

        return 100 * (best + windows) / (2 * windows);
    }

    private static double Sigmoid(double x) => x > 3 ? -1 : (2 / (1 + Math.Exp(5 * x))) - 1;

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Point(double Score, double Worth, int Window);
}
