using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Direction.Audits;

/// <summary>The days that costs are asked of: Cost Explorer knows whole days.</summary>
internal static class CostSpan
{
    /// <summary>True for what is no span; without any both days are null.</summary>
    public static bool IsUnclear(CommandRequest request, DateTimeOffset now, out DateOnly? from, out DateOnly? to)
    {
        (from, to) = (null, null);
        var command = request.Command;
        if (!Span.IsSaid(command))
        {
            return false;
        }

        if (!Span.TryRead(request, now, out var span))
        {
            return true;
        }

        (from, to) = (DayOf(span.From, request.Person), DayOf(span.To, request.Person));
        if (span.To > now.AddMinutes(-1))
        {
            // "The last seven days" are seven whole days; "this month" has today in it, as far as it has come.
            (from, to) = IsLength(command) ? (from, Later(from!.Value, to!.Value)) : (from, to!.Value.AddDays(1));
        }

        return false;
    }

    private static bool IsLength(Command command) =>
        (command.Text(Slots.TimeRange) ?? command.Text(Slots.Duration) ?? "").StartsWith('P');

    private static DateOnly Later(DateOnly from, DateOnly to) => to > from ? to : from.AddDays(1);

    /// <summary>The day that the asker means; Cost Explorer's days are UTC's.</summary>
    private static DateOnly DayOf(DateTimeOffset at, Person person) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, person.TimeZone ?? TimeZoneInfo.Utc).Date);
}
