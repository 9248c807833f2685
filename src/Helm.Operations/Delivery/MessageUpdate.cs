using System.Text.Json;

namespace Helm.Operations.Delivery;

/// <summary>What an outbox message of <see cref="Kind"/> asks of a channel: to put a message that it sent anew.</summary>
/// <param name="Place">As in <see cref="SentMessage"/>.</param>
/// <param name="Id">As in <see cref="SentMessage"/>.</param>
/// <param name="Told">The wording that tells it now: <c>alert.resolved</c>.</param>
/// <param name="Body">The facts as JSON.</param>
public sealed record MessageUpdate(string Place, string Id, string Told, string Body)
{
    public const string Kind = "message.update";

    /// <summary>Null for any other message.</summary>
    public static MessageUpdate? Read(OutboxMessage message) =>
        message.Kind == Kind ? JsonSerializer.Deserialize<MessageUpdate>(message.Body) : null;

    public string Write() => JsonSerializer.Serialize(this);
}
