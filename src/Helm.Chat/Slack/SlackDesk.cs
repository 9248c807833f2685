using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Chat.Slack.Blocks;
using Helm.Conversation.Turns;

namespace Helm.Chat.Slack;

/// <summary>Acknowledges what Slack tells: what is to be answered is in the inbox first, and answered afterwards.</summary>
internal sealed class SlackDesk(SlackIdentity identity, SlackInbox inbox, SlackTurns turns, IConversationStore conversations, SlackApi api, TimeProvider time)
{
    public async Task<Acknowledgement> AcknowledgeAsync(SlackEnvelope envelope, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        switch (envelope.Type)
        {
            case "url_verification":
                return new(new JsonObject { ["challenge"] = envelope.Payload.Text("challenge") });
            case "events_api":
                await TakeAsync(await EventAsync(envelope.Payload, now, cancellation), cancellation);
                return new();
            case "slash_commands":
                await TakeAsync(InteractionReader.Command(envelope.Payload, now), cancellation);
                return new();
            case "interactive":
                return await InteractAsync(envelope.Payload, now, cancellation);
            default:
                return new();
        }
    }

    private async Task<Arrival?> EventAsync(JsonElement? payload, DateTimeOffset now, CancellationToken cancellation) =>
        await identity.IsAllowedAsync(payload.Text("team_id"), cancellation)
            ? EventReader.Read(payload, (await identity.GetAsync(cancellation)).User, now)
            : null;

    private async Task<Acknowledgement> InteractAsync(JsonElement? payload, DateTimeOffset now, CancellationToken cancellation)
    {
        switch (payload.Text("type"))
        {
            case "block_actions" when Asked.Opens(InteractionReader.Pressed(payload)):
                await OpenFormAsync(payload, Asked.Read(InteractionReader.Pressed(payload)), now, cancellation);
                return new();
            case "block_actions":
                await TakeAsync(InteractionReader.Button(payload, now), cancellation);
                return new();
            case "shortcut" or "message_action":
                await OpenFormAsync(payload, null, now, cancellation);
                return new();
            case "view_submission":
                var said = InteractionReader.Submitted(payload, now);
                if (said is { Message.Text.Length: 0 })
                {
                    return new(AskForm.Missing);
                }

                await TakeAsync(said, cancellation);
                return new();
            default:
                return new();
        }
    }

    /// <summary>At once, because Slack lets a form be opened for three seconds only.</summary>
    private async Task OpenFormAsync(JsonElement? payload, Asked? asked, DateTimeOffset now, CancellationToken cancellation)
    {
        if (payload.Text("trigger_id") is { } trigger && InteractionReader.Place(payload, now) is { } place && await identity.IsAllowedAsync(place.Team, cancellation))
        {
            await api.CallAsync("views.open", new() { ["trigger_id"] = trigger, ["view"] = AskForm.Draw(asked, place) }, cancellation);
        }
    }

    private async Task TakeAsync(Arrival? arrival, CancellationToken cancellation)
    {
        if (arrival is { Message: var message, Key: var key }
            && await identity.IsAllowedAsync(message.Team, cancellation)
            && await IsForHelmAsync(message, cancellation)
            && await inbox.TryAddAsync(key, message.Write(), cancellation))
        {
            turns.Enqueue(key, message);
        }
    }

    /// <summary>A thread that Helm has spoken in goes on without the mention.</summary>
    private async Task<bool> IsForHelmAsync(SlackMessage message, CancellationToken cancellation) =>
        !message.Overheard || (await conversations.LoadAsync(message.ConversationId, cancellation)).Version > 0;
}
