using System.Net;
using System.Text.Json.Nodes;
using Helm.Conversation.Turns;
using Helm.Host.Tests.Drivers;
using Helm.Operations.People;

namespace Helm.Host.Tests.Doors;

public sealed class EmulatorTests : EmulatorScenario
{
    [Fact]
    public async Task A_message_is_acknowledged_and_answered_through_the_connector()
    {
        using var response = await Helm.PostAsync("/api/messages", Emulator.Message("status of production", "c/1;messageid=2", "a 1"));
        var (path, reply) = (await Emulator.WaitAsync(1))[0];

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("/v3/conversations/c%2F1;messageid=2/activities/a 1", path);
        Assert.Equal("You said: status of production", (string?)reply["text"]);
        Assert.Equal("You said: status of production aloud", (string?)reply["speak"]);
        Assert.Equal("plain", (string?)reply["textFormat"]);
        Assert.Equal("acceptingInput", (string?)reply["inputHint"]);
        Assert.Equal("a 1", (string?)reply["replyToId"]);
        Assert.Equal("bot1", (string?)reply["from"]!["id"]);
        Assert.Equal("u1", (string?)reply["recipient"]!["id"]);
    }

    [Fact]
    public async Task The_asker_is_the_configured_person()
    {
        using var response = await Helm.PostAsync("/api/messages", InLine("hello"));

        Assert.Equal(new Utterance("hello", "emulator:c1", new Person("emulator:u1", "Ute", Role.Operator), Channel.Chat), Helm.Turns.Heard.Single());
    }

    [Fact]
    public async Task Replies_in_line_come_with_the_response_and_nowhere_else()
    {
        using var response = await Helm.PostAsync("/api/messages", InLine("hello"));
        var activities = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["activities"]!.AsArray();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("You said: hello", (string?)activities.Single()!["text"]);
        Assert.Empty(Emulator.Received);
    }

    [Fact]
    public async Task An_answer_that_takes_its_time_is_announced_once_and_then_given()
    {
        var patience = new TaskCompletionSource();
        Helm.Turns.Patience = patience.Task;
        using var response = await Helm.PostAsync("/api/messages", Emulator.Message("investigate infra-001"));
        while (Emulator.Typing.IsEmpty)
        {
            await Task.Delay(10, Cancellation);
        }

        Assert.Empty(Emulator.Received);
        patience.SetResult();
        await Emulator.WaitAsync(1);
        Assert.Equal("/v3/conversations/c1/activities", Assert.Single(Emulator.Typing));
    }

    [Fact]
    public async Task A_message_that_is_delivered_again_is_answered_once()
    {
        var message = Emulator.Message("status", id: "same");
        for (var delivery = 0; delivery < 3; delivery++)
        {
            using var response = await Helm.PostAsync("/api/messages", message);
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }

        using var other = await Helm.PostAsync("/api/messages", Emulator.Message("other", id: "another"));
        var replies = await Emulator.WaitAsync(2);

        Assert.Equal(["You said: status", "You said: other"], replies.Select(reply => (string?)reply.Activity["text"]));
    }

    [Fact]
    public async Task One_welcome_greets_however_the_events_of_the_beginning_arrive()
    {
        var events = Enumerable.Range(0, 20).SelectMany(number => new[]
        {
            Joined($"c{number}", "u1", "bot1"), Joined($"c{number}", "bot1"), Joined($"c{number}", "u1"), Installed($"c{number}"),
        }).ToArray();
        new Random(17).Shuffle(events);

        await Task.WhenAll(events.Select(async one =>
        {
            using var response = await Helm.PostAsync("/api/messages", one);
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }));
        using var last = await Helm.PostAsync("/api/messages", Emulator.Message("hello", "c0"));
        await Emulator.WaitAsync(21);

        Assert.Equal(20, Helm.Turns.Ran.Count);
        Assert.Equal(20, Emulator.Received.Select(reply => (string?)reply.Activity["conversation"]!["id"]).Distinct().Count());
    }

    [Fact]
    public async Task A_group_is_greeted_when_the_bot_comes_and_not_for_each_person()
    {
        var person = Joined("g1", "u2");
        person["conversation"]!["isGroup"] = true;
        var bot = Joined("g1", "bot1");
        bot["conversation"]!["isGroup"] = true;
        using var first = await Helm.PostAsync("/api/messages", person);
        Assert.Empty(Helm.Turns.Ran);

        using var second = await Helm.PostAsync("/api/messages", bot);
        await Emulator.WaitAsync(1);

        Assert.Single(Helm.Turns.Ran);
    }

    [Fact]
    public async Task Of_the_mentions_only_the_bots_own_is_taken_out()
    {
        var message = InLine("<at>Helm</at> ask <at>Bob</at> about status");
        message["entities"] = new JsonArray(
            Mention("bot1", "<at>Helm</at>"), Mention("u7", "<at>Bob</at>"), new JsonObject { ["type"] = "clientInfo", ["text"] = 5 }, "odd");

        using var response = await Helm.PostAsync("/api/messages", message);

        Assert.Equal("ask <at>Bob</at> about status", Helm.Turns.Heard.Single().Text);
    }

    [Fact]
    public async Task A_pressed_button_of_a_card_says_its_sentence()
    {
        var pressed = Emulator.Activity("message");
        pressed["deliveryMode"] = "expectReplies";
        pressed["value"] = new JsonObject { ["says"] = "investigate infra-001" };
        pressed["replyToId"] = "card-1";

        using var response = await Helm.PostAsync("/api/messages", pressed);

        Assert.Equal("investigate infra-001", Helm.Turns.Heard.Single().Text);
    }
}
