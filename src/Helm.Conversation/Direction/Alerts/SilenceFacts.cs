using System.Xml;
using Helm.Conversation.Intents;
using Helm.Operations.Alerts;
using Helm.Operations.People;

namespace Helm.Conversation.Direction.Alerts;

/// <summary>A silence or maintenance window as it is told.</summary>
public sealed record SilenceFacts(
    string Id, bool Maintenance, string? Environment, string? Domain, string? Resource, string? Severity, string? IssueId,
    DateTimeOffset From, DateTimeOffset Until, int Minutes, string By, bool Alerting)
{
    internal static SilenceFacts Of(Silence silence, bool alerting) => new(
        silence.Id, silence.Maintenance, silence.Environment, silence.Domain, silence.Resource, silence.Severity, silence.IssueId,
        silence.From, silence.Until, (int)Math.Round((silence.Until - silence.From).TotalMinutes), silence.By, alerting);
}

/// <summary>For how long something is silenced.</summary>
internal static class SilenceSpan
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    /// <summary>An hour when nothing is said; null for what is no length, or too long.</summary>
    public static DateTimeOffset? Of(Command command, DateTimeOffset now, Person person)
    {
        if ((command.Text(Slots.Duration) ?? command.Text(Slots.TimeRange)) is not { } said)
        {
            return now + Usual;
        }

        var days = new Days(now, person);
        return said switch
        {
            "today" or "tonight" => days.At(days.Today.AddDays(1)),
            "tomorrow" => days.At(days.Today.AddDays(2)),
            _ => Length(said) is { } length && length > TimeSpan.Zero && length <= Quiet.Longest ? now + length : null,
        };
    }

    private static TimeSpan? Length(string said)
    {
        try
        {
            return XmlConvert.ToTimeSpan(said);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return null;
        }
    }
}
