using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Direction.Audits;

/// <summary>The days that costs are asked of: Cost Explorer knows whole days.</summary>
internal static class CostSpan
{
    /// <summary>True for what is no span; without any both days are null.</summary>
    public static bool IsUnclear(Command command, DateTimeOffset now, out DateOnly? from, out DateOnly? to)
    {
        (from, to) = (null, null);
        if (!Span.IsSaid(command))
        {
            return false;
        }

        if (!Span.TryRead(command, now, out var span))
        {
            return true;
        }

        (from, to) = (DayOf(span.From), DayOf(span.To));
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

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
