using Helm.Chat.BotFramework.Cards;

namespace Helm.Chat.BotFramework;

/// <summary>The answer to a pressed button, with the protocol's own names.</summary>
public sealed record InvokeResponse(int StatusCode, string Type, object? Value)
{
    internal static InvokeResponse Of(Attachment card) => new(200, AdaptiveCard.ContentType, card.Content);

    internal static InvokeResponse Message(string text) => new(200, "application/vnd.microsoft.activity.message", text);

    internal static InvokeResponse Error(string code, string message) => new(400, "application/vnd.microsoft.error", new { code, message });
}
