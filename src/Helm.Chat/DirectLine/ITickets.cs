using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helm.Chat.DirectLine;

/// <summary>Signs what Helm hands out and wants to believe when it comes back: JSON Web Tokens, each good for one purpose.</summary>
public interface ITickets
{
    string Sign(string purpose, JsonObject claims, DateTimeOffset until);

    /// <summary>Its claims; null when it is not Helm's own, was signed for another purpose, or is over.</summary>
    JsonElement? Read(string purpose, string ticket);
}
