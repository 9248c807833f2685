using System.Globalization;
using System.Text;
using Helm.PracticeCloud.LogLines;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Logs;

/// <summary>
/// FilterLogEvents: a call looks at so many lines and no more, so a page may be empty and still have a next token.
/// </summary>
internal static class LogFilter
{
    private const int MostEvents = 10_000;
    private const int MostBytes = 1_000_000;
    private const int MostScanned = 20_000;
    private const int MostMinutes = 720;

    public static void Filter(AwsCall call, AnswerWriter answer)
    {
        var input = call.Input;
        var group = LogGroups.Find(call, input.Text("logGroupName") ?? input.Text("logGroupIdentifier")
            ?? throw new AwsErrorException("InvalidParameterException", "Either logGroupName or logGroupIdentifier is needed."));
        var most = Paging.Size(input, "limit", MostEvents, 1, MostEvents, "InvalidParameterException");
        var window = LogWindow.Of(call, group, input.Long("startTime"), input.Long("endTime"));
        var pattern = FilterPattern.Parse(input.Text("filterPattern"));
        var streams = input.Texts("logStreamNames");
        var prefix = input.Text("logStreamNamePrefix") ?? "";
        bool Wanted(LogEvent line) =>
            (streams.Count == 0 || streams.Contains(line.Stream)) && line.Stream.StartsWith(prefix, StringComparison.Ordinal) && pattern.Matches(line.Message);

        var (found, next) = Scan(group, window, Position(input.Text("nextToken"), window), most, Wanted);
        answer.List("events", "member", found, line =>
        {
            answer.Text("logStreamName", line.Stream);
            answer.Number("timestamp", line.Milliseconds);
            answer.Text("message", line.Message);
            answer.Number("ingestionTime", line.Milliseconds + 800);
            answer.Text("eventId", line.Id);
        });
        answer.BeginList("searchedLogStreams", "member");
        answer.EndList();
        answer.Text("nextToken", next);
    }

    private static (List<LogEvent> Found, string? Next) Scan(
        LogGroup group, LogWindow window, (long Minute, int Index) position, int most, Predicate<LogEvent> wanted)
    {
        var found = new List<LogEvent>();
        var (minute, index) = position;
        var (scanned, bytes, minutes) = (0, 0, 0);
        for (; minute * 60_000 < window.To; minute++, index = 0)
        {
            var lines = group.Minute(minute);
            for (; index < lines.Count; index++)
            {
                if (found.Count >= most || bytes >= MostBytes)
                {
                    return (found, Token(minute, index));
                }

                if (window.Holds(lines[index]) && wanted(lines[index]))
                {
                    found.Add(lines[index]);
                    bytes += lines[index].Message.Length + 26;
                }
            }

            scanned += lines.Count;
            if (scanned > MostScanned || ++minutes >= MostMinutes)
            {
                return (found, (minute + 1) * 60_000 < window.To ? Token(minute + 1, 0) : null);
            }
        }

        return (found, null);
    }

    private static string Token(long minute, int index) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{minute}/{index}")));

    private static (long Minute, int Index) Position(string? token, LogWindow window)
    {
        if (token is null)
        {
            return (window.From / 60_000, 0);
        }

        Span<byte> octets = stackalloc byte[48];
        if (token.Length <= 60 && Convert.TryFromBase64String(token, octets, out var length)
            && Encoding.ASCII.GetString(octets[..length]).Split('/') is [var minute, var index]
            && long.TryParse(minute, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            return (Math.Max(at, window.From / 60_000), line);
        }

        throw new AwsErrorException("InvalidParameterException", "The specified nextToken is invalid.");
    }
}
