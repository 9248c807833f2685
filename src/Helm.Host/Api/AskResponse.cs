using System.Text.Json.Serialization;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Turns;

namespace Helm.Host.Api;

/// <summary>What Helm answers over HTTP.</summary>
internal sealed record AskResponse
{
    public required string Text { get; init; }

    public required string Speech { get; init; }

    public required string Intent { get; init; }

    public required IReadOnlyDictionary<string, object> Entities { get; init; }

    /// <summary>The same request as a command; null for talk.</summary>
    public required string? Command { get; init; }

    /// <summary>What could be said next.</summary>
    public required IReadOnlyList<string> Suggestions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Card? Card { get; init; }

    /// <summary>The question that the next answer binds to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Pending { get; init; }

    /// <summary>The facts behind the words: the JSON rendering of the answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Data { get; init; }

    public static AskResponse Of(Reply reply) => new()
    {
        Text = reply.Text,
        Speech = reply.Speech,
        Intent = reply.Intent,
        Entities = reply.Entities,
        Command = reply.Command,
        Suggestions = [.. reply.Suggestions.Select(suggestion => suggestion.Title)],
        Card = reply.Card,
        Pending = PendingDocument.Of(reply.Pending),
        Data = reply.Data,
    };
}
