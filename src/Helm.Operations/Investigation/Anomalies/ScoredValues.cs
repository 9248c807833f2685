using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Helm.Operations.Investigation.Anomalies;

/// <summary>Lines of <c>timestamp,value</c> in, a JSON line with the score of each out, one by one.</summary>
public static class ScoredValues
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="FormatException">A line is not <c>timestamp,value</c>; says which and what would do.</exception>
    public static IEnumerable<string> Of(IEnumerable<string> lines)
    {
        var detector = new AnomalyDetector();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || (number == 1 && !TryRead(line, out _, out _, out _)))
            {
                continue;
            }

            if (!TryRead(line, out var said, out var time, out var value))
            {
                throw new FormatException(
                    $"Line {number} is not timestamp,value: \"{Short(line)}\". Write for example 2026-05-01 10:00:00,12.5.");
            }

            yield return $"{{\"timestamp\":{JsonSerializer.Serialize(said, Relaxed)},\"score\":{detector.Next(time, value).ToString("0.######", CultureInfo.InvariantCulture)}}}";
        }
    }

    private static bool TryRead(string line, out string said, out DateTimeOffset time, out double value)
    {
        var comma = line.IndexOf(',', StringComparison.Ordinal);
        said = comma > 0 ? line[..comma].Trim().Trim('"') : "";
        (time, value) = (default, 0);
        return comma > 0
            && TryTime(said, out time)
            && double.TryParse(line[(comma + 1)..].Trim().Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A date and time, UTC unless it says otherwise, or seconds (or milliseconds) since 1970.</summary>
    private static bool TryTime(string said, out DateTimeOffset time)
    {
        if (double.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 1e6 and < 2e13)
        {
            time = DateTimeOffset.UnixEpoch.AddSeconds(seconds > 1e11 ? seconds / 1000 : seconds);
            return true;
        }

        return DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }

    private static string Short(string line) => line.Length > 60 ? line[..60] + "…" : line;
}
