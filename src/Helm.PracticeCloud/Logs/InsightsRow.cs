using System.Globalization;
using Helm.PracticeCloud.LogLines;

namespace Helm.PracticeCloud.Logs;

/// <summary>A row under way through a query: fields in the order in which they came.</summary>
internal sealed class InsightsRow : List<KeyValuePair<string, string>>
{

    public string? this[string field]
    {
        get
        {
            var at = FindIndex(pair => pair.Key == field);
            return at < 0 ? null : this[at].Value;
        }
    }

    public static InsightsRow Of(LogGroup group, LogEvent line, string account) => new()
    {
        new("@timestamp", Time(line.Milliseconds)),
        new("@message", line.Message),
        new("@logStream", line.Stream),
        new("@log", $"{account}:{group.Name}"),
        new("@ptr", line.Id),
    };

    public static string Time(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    public static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
