using System.Security.Cryptography;
using System.Text.Json;
using Helm.Conversation.Direction.Mending;

namespace Helm.Chat.Slack;

/// <summary>What somebody wants of Helm in Slack, as it waits in the inbox.</summary>
internal sealed record SlackMessage
{
    public required SlackWish Wish { get; init; }

    /// <summary>The workspace of the person.</summary>
    public required string Team { get; init; }

    public required string User { get; init; }

    /// <summary>Null where there is none, as in the Home tab: then the person's own conversation with Helm.</summary>
    public string? Channel { get; init; }

    public string Text { get; init; } = "";

    /// <summary>The message that is answered.</summary>
    public string? Ts { get; init; }

    /// <summary>The thread that it stands in, or begins.</summary>
    public string? Thread { get; init; }

    /// <summary>Set where answers go back by an address that came with the request: only the person sees them.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>Where a message whose button was pressed can be put anew.</summary>
    public string? ReplaceUrl { get; init; }

    /// <summary>Of a pressed button that decides a plan.</summary>
    public PlanDecision? Decision { get; init; }

    /// <summary>Said in a thread that Helm takes part in, but not to Helm.</summary>
    public bool Overheard { get; init; }

    public DateTimeOffset At { get; init; }

    public bool IsDirect => Channel is null or ['D', ..];

    public string PersonId => $"slack:{Team}:{User}";

    /// <summary>A direct conversation is one; in a channel each thread is, and for commands each person.</summary>
    public string ConversationId => this switch
    {
        { Channel: null } => $"slack:{Team}:{User}",
        { IsDirect: true } => $"slack:{Team}:{Channel}",
        { ResponseUrl: not null } => $"slack:{Team}:{Channel}:{User}",
        _ => OfThread(Team, Channel, Thread),
    };

    public static string OfThread(string team, string? channel, string? thread) => $"slack:{team}:{channel}:{thread}";

    public string Write() => JsonSerializer.Serialize(this, SlackJson.Options);

    public static SlackMessage? Read(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<SlackMessage>(body, SlackJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What is wanted.</summary>
internal enum SlackWish
{
    Answer,
    Welcome,

    /// <summary>The dashboard in the Home tab.</summary>
    Home,

    /// <summary>A yes or a no to a plan, by its button.</summary>
    Decide,
}

/// <summary>A message with the key by which it is known when it comes again.</summary>
internal sealed record Arrival(string Key, SlackMessage Message)
{
    /// <summary>Hashed, because ids come from outside and may hold anything.</summary>
    public static string KeyOf(string kind, params string?[] parts) =>
        $"slack:{kind}:{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)))}";
}
