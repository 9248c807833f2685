using System.Text.Json;
using Helm.Chat.Slack.Blocks;
using Helm.Chat.Turns;

namespace Helm.Chat.Slack;

/// <summary>Understands slash commands, buttons and forms.</summary>
internal static class InteractionReader
{
    public static Arrival? Command(JsonElement? payload, DateTimeOffset now) =>
        payload.Text("team_id") is { } team && payload.Text("user_id") is { } user && payload.Text("channel_id") is { } channel
            ? new(Arrival.KeyOf("command", payload.Text("trigger_id") ?? payload.Text("response_url") ?? $"{now:O}", user), new()
            {
                Wish = SlackWish.Answer,
                Team = team,
                User = user,
                Channel = channel,
                Text = SlackText.OfCommand(payload.Text("text") ?? ""),
                ResponseUrl = payload.Text("response_url"),
                At = now,
            })
            : null;

    /// <summary>What the pressed button, or the chosen line of a menu, carries.</summary>
    public static string? Pressed(JsonElement? payload)
    {
        var action = payload.At("actions").First();
        return action.Text("value") ?? action.Text("selected_option", "value");
    }

    /// <summary>A button carries the sentence that it says, and pressing it can do no more than typing it; or the plan that it decides.</summary>
    public static Arrival? Button(JsonElement? payload, DateTimeOffset now)
    {
        var action = payload.At("actions").First();
        if (Pressed(payload) is not { } value || Place(payload, now) is not { } place || Meant(action.Text("action_id"), value, place) is not { } message)
        {
            return null;
        }

        return new(
            Arrival.KeyOf("button", place.Channel, place.User, payload.Text("message", "ts"), action.Text("action_id"), action.Text("action_ts") ?? payload.Text("trigger_id")),
            message with { ReplaceUrl = payload.Text("response_url") });
    }

    private static SlackMessage? Meant(string? action, string value, SlackMessage place) =>
        action?.StartsWith(SlackButton.Decide, StringComparison.Ordinal) != true ? place with { Text = SlackText.Plain(value, null) }
        : PlanButton.Read(value) is { } decision ? place with { Wish = SlackWish.Decide, Decision = decision }
        : null;

    /// <summary>What was typed into Helm's form; the place that it was opened from travels with it.</summary>
    public static Arrival? Submitted(JsonElement? payload, DateTimeOffset now) =>
        SlackMessage.Read(payload.Text("view", "private_metadata") ?? "") is { } place && payload.Text("view", "id") is { } view
        && payload.Text("user", "id") == place.User
            ? new(Arrival.KeyOf("view", view), place with { Text = AskForm.Said(SlackText.Plain(Answered(payload), null), place.Text), At = now })
            : null;

    /// <summary>The person and where they pressed; null when the payload does not say.</summary>
    public static SlackMessage? Place(JsonElement? payload, DateTimeOffset now)
    {
        var team = payload.Text("user", "team_id") ?? payload.Text("team", "id");
        if (team is null || payload.Text("user", "id") is not { } user)
        {
            return null;
        }

        var ts = payload.Text("message", "ts") ?? payload.Text("container", "message_ts");
        var isPrivate = payload.IsTrue("container", "is_ephemeral");
        return new()
        {
            Wish = SlackWish.Answer,
            Team = team,
            User = user,
            Channel = payload.Text("channel", "id") ?? payload.Text("container", "channel_id"),
            Ts = ts,
            Thread = payload.Text("message", "thread_ts") ?? payload.Text("container", "thread_ts") ?? ts,
            ResponseUrl = isPrivate ? payload.Text("response_url") : null,
            At = now,
        };
    }

    private static string? Answered(JsonElement? payload) => payload.Text("view", "state", "values", AskForm.Block, AskForm.Field, "value");
}
