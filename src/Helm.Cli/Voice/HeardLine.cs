using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helm.Cli.Voice;

/// <summary>What is printed of one recording.</summary>
internal sealed record HeardLine
{
    public required string File { get; init; }

    public required bool Woke { get; init; }

    public required string Transcript { get; init; }

    public required bool Accepted { get; init; }

    public string? Intent { get; init; }

    public JsonElement? Entities { get; init; }

    /// <summary>As spoken.</summary>
    public string? Reply { get; init; }

    /// <summary>As written.</summary>
    public string? ReplyText { get; init; }

    public required Timings Ms { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReplayLine.Hearing? Details { get; init; }

    /// <summary>Milliseconds; null for a stage that was not reached.</summary>
    internal sealed record Timings(double? Wake, double? EndToText, double? TextToAudio);
}
