using System.Xml;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Direction.Issues;

/// <summary>A span of time, in UTC.</summary>
internal readonly record struct Span(DateTimeOffset From, DateTimeOffset To)
{
    public bool Holds(DateTimeOffset at) => at >= From && at <= To;

    public static bool IsSaid(Command command) => Said(command) is not null;

    public static Answer Unclear(Command command) => new("history.unclear_span", new { said = Said(command) }) { Succeeded = false };

    /// <summary>From an ISO 8601 duration or a named range; without either the last 24 hours.</summary>
    public static bool TryRead(Command command, DateTimeOffset now, out Span span)
    {
        var said = Said(command) ?? "P1D";
        var read = Named(said, now) ?? Lasting(said, now);
        span = read ?? default;

        return read is not null;
    }

    private static string? Said(Command command) => command.Text(Slots.TimeRange) ?? command.Text(Slots.Duration);

    private static Span? Named(string said, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var first = today.AddDays(1 - today.Day);

        return said switch
        {
            "today" => new(today, now),
            "yesterday" => new(today.AddDays(-1), today),
            "tonight" or "last_night" or "overnight" => new(today.AddHours(-6), now),
            "this_morning" => new(today, now),
            "this_week" => new(monday, now),
            "last_week" => new(monday.AddDays(-7), monday),
            "this_month" => new(first, now),
            "last_month" => new(first.AddMonths(-1), first),
            _ => null,
        };
    }

    private static Span? Lasting(string said, DateTimeOffset now)
    {
        try
        {
            var length = XmlConvert.ToTimeSpan(said);

            return length > TimeSpan.Zero && length < TimeSpan.FromDays(3650) ? new(now - length, now) : null;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return null;
        }
    }
}
