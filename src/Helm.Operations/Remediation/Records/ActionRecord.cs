using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Helm.Operations.Remediation.Records;

/// <summary>One entry of the action log, chained to the one before by its hash.</summary>
public sealed record ActionRecord
{
    /// <summary>From 1, without gaps.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ActionEvent Event { get; init; }

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    public required string Hash { get; init; }

    public const int HashLength = 64;

    /// <summary>What stands before the first entry.</summary>
    public static string Beginning { get; } = new('0', HashLength);

    public static ActionRecord Chain(ActionEvent happened, DateTimeOffset at, long number, string previous)
    {
        // Databases keep microseconds: what is hashed is what is read back.
        var time = new DateTimeOffset(at.UtcTicks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        return new() { Number = number, At = time, Event = happened, Previous = previous, Hash = HashOf(happened, time, number, previous) };
    }

    /// <summary>False for an entry whose content is not what was hashed.</summary>
    public bool IsIntact => Hash == HashOf(Event, At, Number, Previous);

    private static string HashOf(ActionEvent happened, DateTimeOffset at, long number, string previous)
    {
        var line = JsonSerializer.Serialize(new object?[]
        {
            number, at.UtcTicks, previous, happened.Kind, happened.PlanId, happened.Action, happened.Target, happened.Environment, happened.PersonId, happened.Text,
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
    }
}

/// <summary>Something that was proposed, allowed, refused, attempted or found out.</summary>
/// <param name="Kind">proposed, approved, refused, rejected, expired, attempted, outcome, verified, ended, stopped, lifted, or read for what only looked.</param>
/// <param name="Text">In a sentence.</param>
public sealed record ActionEvent(
    string Kind, string? PlanId, string? Action, string? Target, string? Environment, string? PersonId, string Text);
