using System.Text.Json;

namespace Helm.Operations.Escalation;

/// <summary>That an issue is to be handed over; what the work item says is written when it is created, with what is known then.</summary>
public sealed record EscalationRequest
{
    public const string Kind = "work_item.create";

    public required string IssueId { get; init; }

    /// <summary>Hidden in the work item, so that it is created once.</summary>
    public required string Marker { get; init; }

    public required string Reason { get; init; }

    /// <summary>high, medium or low.</summary>
    public required string Priority { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];

    public IReadOnlyList<string> Assignees { get; init; } = [];

    /// <summary>What mends it for good is asked for, also when it is well now.</summary>
    public bool Permanent { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this);

    public static EscalationRequest Read(string json) =>
        JsonSerializer.Deserialize<EscalationRequest>(json) ?? throw new InvalidOperationException("An escalation without content.");
}
