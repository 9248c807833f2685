using System.Text.Json;

namespace Helm.Chat.Slack;

/// <summary>Understands the events that Helm is subscribed to; everything else is nothing.</summary>
internal static class EventReader
{
    /// <param name="payload">An event_callback.</param>
    /// <param name="bot">Helm's own user id.</param>
    public static Arrival? Read(JsonElement? payload, string? bot, DateTimeOffset now)
    {
        var what = payload.At("event");
        var team = what.Text("user_team") ?? what.Text("team") ?? payload.Text("team_id");
        return what.Text("type") switch
        {
            null => null,
            _ when team is null => null,
            "app_mention" => Said(what, team, bot, now),
            "message" => Said(what, team, bot, now),
            "app_home_opened" when what.Text("tab") is null or "home" => Opened(payload, what.Text("user"), team, now),
            "assistant_thread_started" => Greeted(what.At("assistant_thread"), team, now),
            _ => null,
        };
    }

    /// <summary>
    /// A mention comes as two events with ids of their own; what they share is the channel and the time of the message, which
    /// is also the same when one event comes again.
    /// </summary>
    private static Arrival? Said(JsonElement? what, string team, string? bot, DateTimeOffset now)
    {
        if (IsOwnOrBots(what, bot) || what.Text("user") is not { } user || what.Text("channel") is not { } channel || what.Text("ts") is not { } ts)
        {
            return null;
        }

        var toHelm = IsToHelm(what, channel, bot);
        var thread = what.Text("thread_ts");
        return toHelm || thread is not null
            ? new(Arrival.KeyOf("message", channel, ts), new()
            {
                Wish = SlackWish.Answer,
                Team = team,
                User = user,
                Channel = channel,
                Text = SlackText.Plain(what.Text("text"), bot),
                Ts = ts,
                Thread = thread ?? ts,
                Overheard = !toHelm,
                At = now,
            })
            : null;
    }

    private static bool IsToHelm(JsonElement? what, string channel, string? bot) =>
        what.Text("type") == "app_mention" || what.Text("channel_type") == "im" || channel[0] == 'D'
        || (bot is not null && what.Text("text")?.Contains($"<@{bot}>", StringComparison.Ordinal) == true);

    /// <summary>Changes, deletions, joins and what bots say are not said to Helm.</summary>
    private static bool IsOwnOrBots(JsonElement? what, string? bot) =>
        what.At("bot_id") is { ValueKind: not JsonValueKind.Null }
        || what.At("bot_profile") is { ValueKind: not JsonValueKind.Null }
        || what.IsTrue("hidden")
        || (what.Text("subtype") is not (null or "file_share" or "thread_broadcast"))
        || (bot is not null && what.Text("user") == bot);

    private static Arrival? Opened(JsonElement? payload, string? user, string team, DateTimeOffset now) => user is null ? null
        : new(Arrival.KeyOf("home", payload.Text("event_id") ?? now.ToString("O")), new() { Wish = SlackWish.Home, Team = team, User = user, At = now });

    private static Arrival? Greeted(JsonElement? thread, string team, DateTimeOffset now) =>
        thread.Text("user_id") is { } user && thread.Text("channel_id") is { } channel && thread.Text("thread_ts") is { } ts
            ? new(Arrival.KeyOf("welcome", channel, ts), new() { Wish = SlackWish.Welcome, Team = team, User = user, Channel = channel, Thread = ts, At = now })
            : null;
}
