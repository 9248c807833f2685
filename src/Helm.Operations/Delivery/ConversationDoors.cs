namespace Helm.Operations.Delivery;

/// <summary>Finds by which channel Helm may speak up in a conversation: the one of the same name as the conversation's door.</summary>
public sealed class ConversationDoors(IEnumerable<IDeliveryChannel> channels)
{
    private readonly HashSet<string> _channels = [.. channels.Select(channel => channel.Name)];

    /// <param name="conversation">As turns have it: <c>slack:T1:C1</c>.</param>
    /// <returns>Null where Helm can only answer.</returns>
    public ConversationDoor? Find(string? conversation) =>
        conversation?.IndexOf(':', StringComparison.Ordinal) is { } colon and > 0 && _channels.Contains(conversation[..colon])
            ? new(conversation[..colon], conversation[(colon + 1)..])
            : null;
}

/// <summary>A conversation as a channel and an address of it.</summary>
public sealed record ConversationDoor(string Channel, string Address);
