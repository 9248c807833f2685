using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helm.Conversation.Direction.Mending;

namespace Helm.Chat.DirectLine;

/// <summary>Something said in a conversation, as it waits for its answer.</summary>
/// <param name="ActivityId">Of what was said; the answer's is made from it, so that an answer that is given again is the same one.</param>
/// <param name="Text">Null at the beginning of a conversation, which Helm answers with a welcome.</param>
internal sealed record DirectLineMessage(string Conversation, string ActivityId, string PersonId, string Name, string? Text)
{
    /// <summary>Set when a button under a proposal was pressed instead of something being said.</summary>
    public PlanDecision? Decision { get; init; }

    public string AnswerId => ActivityId + ".answer";

    /// <summary>The same for a message that is sent again.</summary>
    public string Key => "direct-line:" + Hash($"{Conversation}\n{ActivityId}");

    public static DirectLineMessage Welcome(Pass pass) => new(pass.Conversation, "welcome", pass.PersonId, pass.Name, null);

    /// <summary>Clients name what they send, and send it again under this name when they heard nothing.</summary>
    public static string IdOf(string? clientActivity) => "said-" + Hash(clientActivity ?? Guid.NewGuid().ToString());

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static DirectLineMessage? Read(string body) => JsonSerializer.Deserialize<DirectLineMessage>(body, JsonSerializerOptions.Web);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
