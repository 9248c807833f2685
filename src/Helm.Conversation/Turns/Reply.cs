using Helm.Conversation.Dialogs;

namespace Helm.Conversation.Turns;

/// <summary>What Helm answers.</summary>
public sealed record Reply
{
    public required string Text { get; init; }

    public required string Speech { get; init; }

    /// <summary>What of a long list was not read aloud, item by item; told when somebody asks for the rest.</summary>
    public IReadOnlyList<string> SpeechRest { get; init; } = [];

    public required string Intent { get; init; }

    public IReadOnlyDictionary<string, object> Entities { get; init; } = new Dictionary<string, object>();

    /// <summary>The same request as a command: <c>/helm:status --env=prod</c>; null for talk.</summary>
    public string? Command { get; init; }

    public Card? Card { get; init; }

    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>False for a turn that failed, such as a refusal: where a channel can, only the asker sees it.</summary>
    public bool Succeeded { get; init; } = true;

    public Question? Pending { get; init; }

    /// <summary>The facts behind the words; their JSON is the JSON rendering.</summary>
    public object? Data { get; init; }
}
