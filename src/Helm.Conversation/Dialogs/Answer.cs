namespace Helm.Conversation.Dialogs;

/// <summary>What Helm has to say, before it is worded: every rendering (text, speech, card, JSON) is made from this one object.</summary>
/// <param name="Wording">Which wording of <c>dialogs/</c> tells it: <c>status_query.degraded</c>.</param>
/// <param name="Data">The facts, rounded once and for all; serialised in snake case it is the JSON rendering.</param>
public sealed record Answer(string Wording, object Data)
{
    /// <summary>What could be said next: sentence or command, offered as button.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>The question that the answer ends with.</summary>
    public Question? Question { get; init; }

    /// <summary>The issues that were named, in order; "the second one" refers to them.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>What "this" means from now on; null leaves it as it was.</summary>
    public string? FocusIssue { get; init; }

    /// <summary>A picture of what is told, for channels that take one; it tells nothing that the words do not.</summary>
    public ChartFacts? Chart { get; init; }

    /// <summary>False for a turn that failed: it moves no reference.</summary>
    public bool Succeeded { get; init; } = true;
}

/// <summary>Something to say next; the title is the text that is sent.</summary>
public sealed record Suggestion(string Title);

/// <summary>A question that a bare answer binds to.</summary>
/// <param name="Kind"><c>confirm_remediation</c>, <c>confirm_intent</c>, <c>offer</c> or <c>slot</c>.</param>
/// <param name="Options">The intents offered, or the values of a slot to choose from.</param>
/// <param name="Slot">Of which slot the value is asked.</param>
public sealed record Question(string Kind, IReadOnlyList<string> Options, string? Slot = null)
{
    /// <summary>Of a <c>confirm_remediation</c>: what would be confirmed.</summary>
    public PlanQuestion? Plan { get; init; }
}
