using System.Text.Json;

namespace Helm.Chat.BotFramework;

/// <summary>One thing that happens in a conversation, with the protocol's own names; fields that Helm does not use are left out.</summary>
/// <remarks>Fields whose shape varies from channel to channel are kept as JSON, so that an odd one never spoils the message.</remarks>
public sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? Locale { get; init; }

    /// <summary>What a notification shows of a message that is a card.</summary>
    public string? Summary { get; init; }

    /// <summary>For the ear.</summary>
    public string? Speak { get; init; }

    public string? InputHint { get; init; }

    public string? DeliveryMode { get; init; }

    /// <summary>The name of an invoke.</summary>
    public string? Name { get; init; }

    /// <summary>Of an installationUpdate: add or remove.</summary>
    public string? Action { get; init; }

    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; init; }

    public JsonElement? Value { get; init; }

    public JsonElement? ChannelData { get; init; }

    public IReadOnlyList<JsonElement>? Entities { get; init; }

    public IReadOnlyList<Attachment?>? Attachments { get; init; }

    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>The organisation in whose Teams something is said.</summary>
    internal string? Tenant =>
        Member(ChannelData, "tenant") is { ValueKind: JsonValueKind.Object } tenant && Member(tenant, "id") is { ValueKind: JsonValueKind.String } id
            ? id.GetString()
            : Conversation?.TenantId;

    /// <summary>The name that Teams gives of where something was said: <c>team</c>, <c>channel</c>.</summary>
    internal string? ChannelDataName(string what) =>
        Member(Member(ChannelData, what), "name") is { ValueKind: JsonValueKind.String } name ? name.GetString() : null;

    private static JsonElement? Member(JsonElement? holder, string name) =>
        holder is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var value) ? value : null;
}

/// <summary>The types of activities that Helm acts upon or sends.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string Typing = "typing";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
}

/// <summary>A person or a bot as the channel knows it.</summary>
public sealed record ChannelAccount(string? Id, string? Name = null, string? Role = null)
{
    /// <summary>The person in the organisation's directory, where the channel knows it.</summary>
    public string? AadObjectId { get; init; }
}

/// <summary>A conversation as the channel knows it.</summary>
public sealed record ConversationAccount(
    string? Id, bool? IsGroup = null, string? ConversationType = null, string? TenantId = null, string? Name = null)
{
    /// <summary>Several people hear what is said here.</summary>
    internal bool IsShared => IsGroup == true || ConversationType is "groupChat" or "channel";
}

/// <summary>Something that comes with a message, such as a card.</summary>
public sealed record Attachment(string? ContentType, object? Content = null, string? Name = null);

/// <summary>What could be said next, shown as buttons.</summary>
public sealed record SuggestedActions(IReadOnlyList<CardAction> Actions, IReadOnlyList<string>? To = null);

/// <summary>One button; title and value are the same, because channels differ in which of the two they send.</summary>
public sealed record CardAction(string Type, string Title, string Value);

/// <summary>The answer to an activity that asked for its replies in line.</summary>
public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

/// <summary>The id that a channel gave to what was sent.</summary>
public sealed record ResourceResponse(string? Id);
