using System.Text.Json;
using Helm.Chat.Turns;
using Helm.Operations.Delivery;

namespace Helm.Chat.BotFramework.Proactive;

/// <summary>Notes where Helm may speak first, from activities whose sender is proven, and forgets it when Helm is removed.</summary>
internal sealed class TeamsPlaces(IPlaces places, TimeProvider time)
{
    /// <summary>What was noted last, so that not every message costs a write.</summary>
    private readonly Remembered<string> _noted = new(time, TimeSpan.FromDays(1));

    public async Task NoteAsync(InboundActivity inbound, CancellationToken cancellation)
    {
        var address = Address(inbound.Reference.Conversation.Id!);
        var key = $"{inbound.Channel}:{address}";
        if (inbound.Activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" })
        {
            _noted.Forget(key);
            await places.ForgetAsync(inbound.Channel, address, cancellation);
            return;
        }

        var (name, reference) = (NameOf(inbound), Write(inbound.Reference, address));
        if (_noted.TryGet(key, out var noted) && noted == name + reference)
        {
            return;
        }

        await places.NoteAsync(new(inbound.Channel, address, name, reference, time.GetUtcNow()), cancellation);
        _noted.Keep(key, name + reference);
    }

    public async Task<ConversationReference?> FindAsync(string channel, string addressOrName, CancellationToken cancellation) =>
        await places.FindAsync(channel, addressOrName, cancellation) is { } place ? JsonSerializer.Deserialize<ConversationReference>(place.Reference, ActivityJson.Options) : null;

    public Task ForgetAsync(string channel, ConversationReference reference, CancellationToken cancellation)
    {
        var address = Address(reference.Conversation.Id!);
        _noted.Forget($"{channel}:{address}");
        return places.ForgetAsync(channel, address, cancellation);
    }

    /// <summary>A Teams channel is one place, however many threads it has.</summary>
    public static string Address(string conversation) => conversation.Split(";messageid=")[0];

    private static string Write(ConversationReference reference, string address) => JsonSerializer.Serialize(
        reference with { Conversation = reference.Conversation with { Id = address }, ActivityId = null }, ActivityJson.Options);

    /// <summary>"Shop / alerts" for a channel, the topic of a group, the person's name in a talk of two.</summary>
    private static string NameOf(InboundActivity inbound)
    {
        var (team, channel) = (inbound.Activity.ChannelDataName("team"), inbound.Activity.ChannelDataName("channel"));
        return channel is not null ? team is null ? channel : $"{team} / {channel}"
            : inbound.Reference.Conversation.IsShared ? inbound.Reference.Conversation.Name ?? ""
            : inbound.Reference.User.Name ?? "";
    }
}
