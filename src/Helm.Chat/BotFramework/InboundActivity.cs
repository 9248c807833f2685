using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Helm.Chat.BotFramework;

/// <summary>An activity that passed the door: all that an answer needs is there.</summary>
internal sealed record InboundActivity(Activity Activity, ConversationReference Reference)
{
    private const int LongestId = 500;

    /// <summary>Prefixed by the door; in development mode the channel's own name proves nothing.</summary>
    public string ConversationId => "emulator:" + Reference.Conversation.Id;

    public string PersonId => "emulator:" + Reference.User.Id;

    /// <summary>The same for a message that is delivered again.</summary>
    public string MessageKey => Key("message", Reference.ActivityId ?? Guid.NewGuid().ToString("N"));

    /// <summary>The same for every event that begins a conversation.</summary>
    public string WelcomeKey => Key("welcome", "");

    public bool WantsRepliesInLine => Activity.DeliveryMode == "expectReplies";

    /// <summary>Says what is missing, or gives the activity to work with.</summary>
    public static bool TryAccept(Activity activity, [NotNullWhen(true)] out InboundActivity? accepted, [NotNullWhen(false)] out Refusal? refusal)
    {
        accepted = null;
        refusal = Missing(activity);
        if (refusal is not null)
        {
            return false;
        }

        if (!LoopbackRule.TryServiceUrl(activity.ServiceUrl, out var serviceUrl))
        {
            refusal = new(403, "The serviceUrl is not on this machine. In development mode it is http(s)://localhost, 127.0.0.1 or [::1]; nothing was sent to it.");
            return false;
        }

        accepted = new(activity, new(
            serviceUrl,
            activity.ChannelId ?? "emulator",
            activity.Conversation!,
            activity.Recipient ?? new("helm", "Helm", "bot"),
            activity.From ?? new("unknown"),
            activity.Id));
        return true;
    }

    private static Refusal? Missing(Activity activity) =>
        BadId(activity.Conversation?.Id) ? new(400, "The activity has no usable conversation.id; it takes 1 to 500 characters without control characters.")
        : activity.Type == ActivityTypes.Message && BadId(activity.From?.Id) ? new(400, "The message has no usable from.id, so nobody knows who asks.")
        : activity.Id is not null && BadId(activity.Id) ? new(400, "The activity's id is empty, too long or has control characters.")
        : activity.ServiceUrl is null ? new(400, "The activity has no serviceUrl, so there is nowhere to answer.")
        : null;

    private static bool BadId(string? id) => string.IsNullOrWhiteSpace(id) || id.Length > LongestId || id.Any(char.IsControl);

    /// <summary>Hashed, because ids come from outside and may hold anything.</summary>
    private string Key(string kind, string id)
    {
        var parts = ActivityJson.Write(new[] { Reference.ChannelId, Reference.Conversation.Id, id });
        return $"bot-framework:{kind}:{Convert.ToHexStringLower(SHA256.HashData(parts))}";
    }
}

/// <summary>Why an activity is not taken, as HTTP status and a sentence for whoever sent it.</summary>
internal sealed record Refusal(int Status, string Detail);
