using System.Text.Json.Nodes;
using Helm.Operations.Alerts;
using Helm.Operations.Delivery;

namespace Helm.Host.Tests.Doors.BotFramework;

/// <summary>Helm speaks first in Teams, where it takes part; what cannot be delivered is kept and told.</summary>
public sealed class TeamsDeliveryTests : TeamsScenario
{
    private const string InChannel = "19:alerts;messageid=17";

    [Fact]
    public async Task An_alert_goes_to_a_channel_by_its_name_and_its_card_is_kept_up_to_date()
    {
        var message = Message("hi", InChannel);
        message["channelData"]!["team"] = new JsonObject { ["name"] = "Shop" };
        message["channelData"]!["channel"] = new JsonObject { ["name"] = "alerts" };
        message["conversation"]!["conversationType"] = "channel";
        await SendAsync(message);
        await Teams.WaitAsync(1);

        await AddAsync("a1", "Shop / alerts", AlertNotice.Firing);
        var fired = (await Teams.WaitAsync(2))[1];
        await AddAsync("a2", "Shop / alerts", AlertNotice.Resolved);
        var resolved = (await Teams.WaitAsync(3))[2];

        Assert.Equal("/v3/conversations/19:alerts/activities", fired.Path);
        Assert.Contains("error rate", TitleOf(fired.Activity), StringComparison.Ordinal);
        Assert.NotEmpty((string)fired.Activity["summary"]!);
        var (path, updated) = Assert.Single(Teams.Updated);
        Assert.Equal("/v3/conversations/19:alerts/activities/sent-2", path);
        Assert.Contains("RESOLVED", TitleOf(updated), StringComparison.Ordinal);
        Assert.Equal("/v3/conversations/19:alerts/activities/sent-2", resolved.Path);
    }

    [Fact]
    public async Task A_card_is_put_anew_when_only_the_issue_changes_and_one_that_was_deleted_is_let_go()
    {
        await SendAsync(Message("hi"));
        await Teams.WaitAsync(1);
        await AddAsync("a1", "19:chat", AlertNotice.Firing);
        await Teams.WaitAsync(2);

        var sent = Assert.Single(await Helm.Get<ISentMessages>().ListAsync("infra-001", 5, Cancellation));
        await AddAsync("u1", "19:chat", MessageUpdate.Kind, new MessageUpdate(sent.Place, sent.Id, AlertNotice.Resolved, Notice).Write());
        Teams.Before.Enqueue(http => Refuse(http, 404));
        await AddAsync("u2", "19:chat", MessageUpdate.Kind, new MessageUpdate(sent.Place, sent.Id, AlertNotice.Resolved, Notice).Write());

        Assert.Equal(("teams", "sent-2"), (sent.Channel, sent.Id));
        var (path, updated) = Assert.Single(Teams.Updated);
        Assert.Equal("/v3/conversations/19:chat/activities/sent-2", path);
        Assert.Contains("RESOLVED", TitleOf(updated), StringComparison.Ordinal);
        Assert.Equal(2, Teams.Received.Count);
        Assert.Single(await Helm.Get<IPlaces>().ListAsync("msteams", Cancellation));
    }

    [Fact]
    public async Task Where_Helm_was_removed_or_never_was_nothing_is_sent_and_the_message_is_a_dead_letter()
    {
        await SendAsync(Message("hi", "19:left"));
        await Teams.WaitAsync(1);
        var removed = Activity("installationUpdate", "19:left");
        removed["action"] = "remove";
        await SendAsync(removed);

        await AddAsync("a1", "19:left", AlertNotice.Firing);
        await AddAsync("a2", "19:never", AlertNotice.Firing);

        var dead = await DeadAsync(2);
        Assert.All(dead, letter => Assert.Contains("takes part in no conversation", letter.Reason, StringComparison.Ordinal));
        Assert.Single(Teams.Received);
    }

    [Fact]
    public async Task A_place_that_refuses_is_forgotten()
    {
        await SendAsync(Message("hi"));
        await Teams.WaitAsync(1);
        Teams.Before.Enqueue(http => Refuse(http, 403));

        await AddAsync("a1", "19:chat", AlertNotice.Firing);
        await DeadAsync(1);

        Assert.Empty(await Helm.Get<IPlaces>().ListAsync("msteams", Cancellation));
    }

    [Fact]
    public async Task An_answer_that_the_channel_does_not_take_waits_in_the_outbox()
    {
        Teams.Before.Enqueue(http => Refuse(http, 400));

        await SendAsync(Message("status"));

        var kept = await KeptAsync(OutboxState.Pending, 1);
        Assert.Equal(("msteams", "19:chat", "chat.reply"), (kept[0].Message.Channel, kept[0].Message.Address, kept[0].Message.Kind));
        Assert.Contains("You said: status", kept[0].Message.Body, StringComparison.Ordinal);
    }

    private static Task Refuse(Microsoft.AspNetCore.Http.HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static string TitleOf(JsonNode activity) => (string)activity["attachments"]![0]!["content"]!["body"]![0]!["text"]!;

    private async Task AddAsync(string key, string address, string kind, string body = Notice)
    {
        await Helm.Get<IOutbox>().AddAsync(new(key, "teams", address, kind, body, Correlation: "alert-1"), Cancellation);
        await Helm.Get<OutboxDispatcher>().RunDueAsync("teams", Cancellation);
    }

    private async Task<IReadOnlyList<KeptMessage>> DeadAsync(int count) => await KeptAsync(OutboxState.Dead, count);

    private async Task<IReadOnlyList<KeptMessage>> KeptAsync(OutboxState state, int count)
    {
        for (var look = 0; ; look++)
        {
            Assert.True(look < 1000, $"{count} messages that are {state} did not come.");
            var kept = await Helm.Get<IOutboxStore>().ListAsync(state, 10, Cancellation);
            if (kept.Count >= count)
            {
                return kept;
            }

            await Task.Delay(50, Cancellation);
        }
    }

    private const string Notice = """
        {"alert_id":"alert-1","issue_id":"infra-001","environment":"prod","domain":"infrastructure","severity":"critical","title":"API Lambda error rate SLO breach",
         "description":"","resource":{"type":"lambda","name":"api-lambda"},"impact":{"slo_breach":true},"detected_at":"2026-01-01T00:00:00Z","duration_minutes":5,
         "others":[],"commands":[{"title":"Investigate","command":"/helm:investigate infra-001"}],"dashboard":"/helm:dashboard --env=prod"}
        """;
}
