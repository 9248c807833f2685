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

    /// <summary>From an ISO 8601 duration or a named range, which is one of the asker's days; without either the last 24 hours.</summary>
    public static bool TryRead(CommandRequest request, DateTimeOffset now, out Span span)
    {
        var said = Said(request.Command) ?? "P1D";
        var read = Named(said, now, new(now, request.Person)) ?? Lasting(said, now);
        span = read ?? default;

        return read is not null;
    }

    private static string? Said(Command command) => command.Text(Slots.TimeRange) ?? command.Text(Slots.Duration);

    private static Span? Named(string said, DateTimeOffset now, Days days)
    {
        var today = days.Today;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var first = today.AddDays(1 - today.Day);

        return said switch
        {
            "today" or "this_morning" => new(days.At(today), now),
            "yesterday" => new(days.At(today.AddDays(-1)), days.At(today)),
            "tonight" or "last_night" or "overnight" => new(days.At(today.AddHours(-6)), now),
            "this_week" => new(days.At(monday), now),
            "last_week" => new(days.At(monday.AddDays(-7)), days.At(monday)),
            "this_month" => new(days.At(first), now),
            "last_month" => new(days.At(first.AddMonths(-1)), days.At(first)),
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
