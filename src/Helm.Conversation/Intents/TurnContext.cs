namespace Helm.Conversation.Intents;

/// <summary>What was said before, as far as it helps to understand what is said now.</summary>
public sealed record TurnContext
{
    /// <summary>The kind of the open question: <c>confirm_remediation</c>, <c>confirm_intent</c>, <c>offer</c>, <c>slot</c>; null without one.</summary>
    public string? Pending { get; init; }

    /// <summary>The intents an offer offers.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    public string? LastIntent { get; init; }

    public IReadOnlyDictionary<string, object> LastEntities { get; init; } = new Dictionary<string, object>();

    /// <summary>The ids of the list that was just read out, in that order.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    public string? FocusIssue { get; init; }

    /// <summary><c>alert</c> when Helm spoke first.</summary>
    public string? LastEvent { get; init; }

    public static TurnContext Empty { get; } = new();
}
