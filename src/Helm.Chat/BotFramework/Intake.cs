using System.Diagnostics.CodeAnalysis;
using Helm.Chat.BotFramework.Authentication;
using Microsoft.Extensions.Options;

namespace Helm.Chat.BotFramework;

/// <summary>Takes in activities whose sender is known: checks that all is there, and that the answer goes where it may.</summary>
internal sealed class Intake(ServiceUrls serviceUrls, IOptions<BotIdentityOptions> identity)
{
    private const int LongestId = 500;

    /// <summary>Says what is missing, or gives the activity to work with.</summary>
    public bool TryAccept(Activity activity, [NotNullWhen(true)] out InboundActivity? accepted, [NotNullWhen(false)] out Refusal? refusal)
    {
        accepted = null;
        refusal = Missing(activity) ?? OfStranger(activity);
        if (refusal is not null)
        {
            return false;
        }

        if (!serviceUrls.TryAccept(activity.ServiceUrl, out var serviceUrl))
        {
            refusal = new(403, identity.Value.IsConfigured
                ? "The serviceUrl is none of the channels that are configured; nothing was sent to it."
                : "The serviceUrl is not on this machine. In development mode it is http(s)://localhost, 127.0.0.1 or [::1]; nothing was sent to it.");
            return false;
        }

        var reference = new ConversationReference(
            serviceUrl,
            activity.ChannelId ?? Channels.Emulator,
            activity.Conversation!,
            activity.Recipient ?? new("helm", "Helm", "bot"),
            activity.From ?? new("unknown"),
            activity.Id);
        accepted = new(activity, reference, identity.Value.IsConfigured ? activity.ChannelId! : Channels.Emulator);
        return true;
    }

    private static Refusal? Missing(Activity activity) =>
        BadId(activity.Conversation?.Id) ? new(400, "The activity has no usable conversation.id; it takes 1 to 500 characters without control characters.")
        : activity.Type == ActivityTypes.Message && BadId(activity.From?.Id) ? new(400, "The message has no usable from.id, so nobody knows who asks.")
        : activity.Id is not null && BadId(activity.Id) ? new(400, "The activity's id is empty, too long or has control characters.")
        : activity.ServiceUrl is null ? new(400, "The activity has no serviceUrl, so there is nowhere to answer.")
        : null;

    /// <summary>A bot may be added by any organisation; only those that the operator knows are answered.</summary>
    private Refusal? OfStranger(Activity activity)
    {
        var allowed = identity.Value.OwnTenants;
        return allowed.Count == 0 || activity.ChannelId != Channels.Teams || allowed.Contains(activity.Tenant, StringComparer.OrdinalIgnoreCase)
            ? null
            : new(403, "The organisation that this comes from is none of those that are configured.");
    }

    private static bool BadId(string? id) => string.IsNullOrWhiteSpace(id) || id.Length > LongestId || id.Any(char.IsControl);
}
