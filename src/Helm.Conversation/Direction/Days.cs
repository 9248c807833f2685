using Helm.Operations.People;

namespace Helm.Conversation.Direction;

/// <summary>The days of whoever asks: "today" begins at midnight by that person's clocks.</summary>
internal sealed class Days(DateTimeOffset now, Person person)
{
    private readonly TimeZoneInfo _zone = person.TimeZone ?? TimeZoneInfo.Utc;

    public DateTime Today => TimeZoneInfo.ConvertTime(now, _zone).Date;

    /// <summary>When it is that late by those clocks, in UTC; an hour that the clocks leave out is the one after it.</summary>
    public DateTimeOffset At(DateTime local)
    {
        var there = _zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(there, _zone.GetUtcOffset(there)).ToUniversalTime();
    }
}
