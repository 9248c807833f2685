using System.Security.Cryptography;

namespace Helm.Chat.BotFramework;

/// <summary>An activity that passed the door: all that an answer needs is there.</summary>
/// <param name="Channel">Who vouches for the ids in it: the channel's name once its token was checked, else <c>emulator</c>.</param>
internal sealed record InboundActivity(Activity Activity, ConversationReference Reference, string Channel)
{
    /// <summary>Prefixed by the door; in development mode the channel's own name proves nothing.</summary>
    public string ConversationId => $"{Channel}:{Reference.Conversation.Id}";

    /// <summary>In Teams the person of the directory, who is the same in every conversation; elsewhere the channel's id.</summary>
    public string PersonId => $"{Channel}:{Reference.User.AadObjectId ?? Reference.User.Id}";

    /// <summary>The same for a message that is delivered again.</summary>
    public string MessageKey => Key("message", Reference.ActivityId ?? Guid.NewGuid().ToString("N"));

    /// <summary>The same for every event that begins a conversation.</summary>
    public string WelcomeKey => Key("welcome", "");

    public bool WantsRepliesInLine => Activity.DeliveryMode == "expectReplies";

    /// <summary>Hashed, because ids come from outside and may hold anything.</summary>
    private string Key(string kind, string id)
    {
        var parts = ActivityJson.Write(new[] { Reference.ChannelId, Reference.Conversation.Id, id });
        return $"bot-framework:{kind}:{Convert.ToHexStringLower(SHA256.HashData(parts))}";
    }
}

/// <summary>Why an activity is not taken, as HTTP status and a sentence for whoever sent it.</summary>
internal sealed record Refusal(int Status, string Detail);
