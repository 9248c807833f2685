using System.Globalization;
using System.Text.RegularExpressions;
using Helm.PracticeCloud.Data;

namespace Helm.PracticeCloud.LogLines;

/// <summary>A kind of line over time: the same minute always gives the same lines.</summary>
internal sealed partial class LogSource(string group, LogLine line, int seed)
{
    private readonly ulong _seed = Hash.Mix(Hash.Of($"{group}\n{line.Level}\n{line.Message}"), seed);

    /// <summary>The scenario it belongs to, if any.</summary>
    public string? Scenario { get; init; }

    /// <summary>Epoch milliseconds of the first and the end of the last lines.</summary>
    public long From { get; init; }

    public long To { get; init; } = long.MaxValue;

    public string Stream { get; } = line.Stream ?? "2026/01/01/[$LATEST]5f1c0e7a9b3d4c6e8f20";

    public LogSource Until(long milliseconds) => new(group, line, seed) { Scenario = Scenario, From = From, To = milliseconds };

    /// <summary>Adds the lines of one minute (epoch minutes) to the list.</summary>
    public void Fill(long minute, List<LogEvent> events)
    {
        var rate = Math.Round(line.PerMinute, 6);
        var (first, end) = ((long)Math.Floor(rate * minute), (long)Math.Floor(rate * (minute + 1)));
        for (var number = first; number < end; number++)
        {
            var bits = Hash.Mix(_seed, number);
            var time = (minute * 60_000) + (long)(bits % 60_000);
            if (time >= From && time < To)
            {
                events.Add(new LogEvent(time, Stream, Text(time, bits), (time.ToString(CultureInfo.InvariantCulture) + bits).PadLeft(36, '3')));
            }
        }
    }

    private string Text(long time, ulong bits)
    {
        var request = RequestId(bits);
        var salt = 0;
        var message = Slot().Replace(line.Message, slot => Filled(slot.Groups["name"].Value, slot.Groups["of"].Value, request, Hash.Mix(bits, ++salt)));
        return line.Level is null
            ? message
            : $"{DateTimeOffset.FromUnixTimeMilliseconds(time):yyyy-MM-ddTHH:mm:ss.fffZ}\t{request}\t{line.Level}\t{message}";
    }

    private static string RequestId(ulong bits)
    {
        Span<byte> octets = stackalloc byte[16];
        BitConverter.TryWriteBytes(octets, bits);
        BitConverter.TryWriteBytes(octets[8..], Hash.Mix(bits, 1));
        return new Guid(octets).ToString();
    }

    private static string Filled(string name, string of, string request, ulong bits)
    {
        switch (name)
        {
            case "request_id":
                return request;
            case "choice":
                var options = of.Split('|');
                return options[(int)(bits % (ulong)options.Length)];
            default:
                var bounds = of.Split('-');
                var (low, high) = (long.Parse(bounds[0], CultureInfo.InvariantCulture), long.Parse(bounds[1], CultureInfo.InvariantCulture));
                return (low + (long)(bits % (ulong)(Math.Max(low, high) - low + 1))).ToString(CultureInfo.InvariantCulture);
        }
    }

    [GeneratedRegex(@"\{(?:(?<name>request_id)|(?<name>number):(?<of>\d{1,12}-\d{1,12})|(?<name>choice):(?<of>[^{}]+))\}")]
    private static partial Regex Slot();
}
