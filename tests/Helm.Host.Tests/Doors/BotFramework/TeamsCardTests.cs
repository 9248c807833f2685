using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors.BotFramework;

/// <summary>Cards in Teams: buttons that replace their card, and fall back to messages where a client is old.</summary>
public sealed class TeamsCardTests : TeamsScenario
{
    [Fact]
    public async Task A_plan_is_shown_with_buttons_that_execute_and_is_drawn_anew_for_who_asked()
    {
        var card = await PlanCardAsync();

        Assert.Equal(["Approve", "Reject", "Investigate"], card["actions"]!.AsArray().Select(action => (string?)action!["title"]));
        Assert.All(card["actions"]!.AsArray(), action =>
        {
            Assert.Equal("Action.Execute", (string?)action!["type"]);
            Assert.Equal("Action.Submit", (string?)action["fallback"]!["type"]);
            Assert.True(JsonNode.DeepEquals(action["data"], action["fallback"]!["data"]));
        });
        Assert.Equal("29:user", (string?)card["refresh"]!["userIds"]!.AsArray().Single());
        Assert.Equal("Action.Execute", (string?)card["refresh"]!["action"]!["type"]);
    }

    [Fact]
    public async Task A_decision_reaches_the_Warden_as_who_pressed_and_replaces_the_card_for_all()
    {
        var card = await PlanCardAsync();

        var (status, body) = await SendAsync(Pressed(card["actions"]![0]!));

        var (command, person) = Assert.Single(Helm.Turns.Ran);
        Assert.Equal((IntentNames.ConfirmYes, "rem-001", "9f2c", "msteams:aad-1"), (command.Intent, command.Entities["plan_id"], command.Entities["plan_hash"], person.Id));
        Assert.Equal((200, 200, "application/vnd.microsoft.card.adaptive"), (status, (int)body!["statusCode"]!, (string?)body["type"]));
        Assert.Empty(body["value"]!["actions"]!.AsArray());
        var (path, replaced) = Assert.Single(Teams.Updated);
        Assert.Equal("/v3/conversations/19:chat/activities/card-1", path);
        Assert.True(JsonNode.DeepEquals(body["value"], replaced["attachments"]![0]!["content"]));
    }

    [Fact]
    public async Task A_decision_that_takes_longer_than_Teams_waits_is_told_below_when_it_is_done()
    {
        var card = await PlanCardAsync();
        var done = new TaskCompletionSource();
        Helm.Turns.Doing = done.Task;

        var (status, body) = await SendAsync(Pressed(card["actions"]![0]!, card: null));
        done.SetResult();
        var told = (await Teams.WaitAsync(2))[1].Activity;

        Assert.Equal((200, "Helm is still at it and answers below."), (status, (string?)body!["value"]));
        Assert.Single(Helm.Turns.Ran);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)told["attachments"]![0]!["contentType"]);
        Assert.Equal("19:chat", (string?)told["conversation"]!["id"]);
    }

    [Fact]
    public async Task Who_may_not_decide_is_told_so_and_the_card_stays()
    {
        var card = await PlanCardAsync();
        Helm.Turns.Outcome = _ => ScriptedTurns.Reply("Production needs an approver.") with { Succeeded = false };

        var (_, body) = await SendAsync(Pressed(card["actions"]![0]!));

        Assert.Equal(("application/vnd.microsoft.activity.message", "Production needs an approver."), ((string?)body!["type"], (string?)body["value"]));
        Assert.Empty(Teams.Updated);
    }

    [Fact]
    public async Task A_sentence_is_answered_below_and_once_however_often_Teams_delivers_it()
    {
        var card = await PlanCardAsync();
        var pressed = Pressed(card["actions"]![2]!);

        var first = await SendAsync((JsonObject)pressed.DeepClone());
        await SendAsync(pressed);
        await Teams.WaitAsync(2);
        await Task.Delay(300, Cancellation);

        Assert.Equal("application/vnd.microsoft.activity.message", (string?)first.Body!["type"]);
        Assert.Equal(["fix it", "investigate infra-001"], Helm.Turns.Heard.Select(heard => heard.Text));
        Assert.Equal(2, Teams.Received.Count);
    }

    [Fact]
    public async Task A_second_look_shows_how_the_plan_stands()
    {
        var card = await PlanCardAsync();
        Helm.Turns.Outcome = _ => ScriptedTurns.Reply("done") with { Card = new Card { Title = "Remediation rem-001: succeeded" } };

        var (_, body) = await SendAsync(Pressed(card["refresh"]!["action"]!));

        Assert.Equal("Remediation rem-001: succeeded", (string?)body!["value"]!["body"]![0]!["text"]);
        Assert.Null(body["value"]!["refresh"]);
        Assert.Equal("rem-001", Assert.Single(Helm.Turns.Ran).Command.Entities["plan_id"]);
    }

    [Theory]
    [InlineData("""{"verb":"dance","data":{}}""")]
    [InlineData("""{"verb":"decide","data":{"plan":"rem-001","approves":true}}""")]
    [InlineData("""{"verb":"decide","data":{"plan":5,"hash":"x","approves":"yes"}}""")]
    [InlineData("""{"verb":"say","data":{}}""")]
    [InlineData("""{"verb":"refresh","data":[]}""")]
    [InlineData("""{"verb":7,"data":"x"}""")]
    public async Task An_odd_button_is_an_error_in_the_protocols_own_form(string action)
    {
        var (status, body) = await SendAsync(Pressed(JsonNode.Parse(action)!));

        Assert.Equal((200, 400, "application/vnd.microsoft.error"), (status, (int)body!["statusCode"]!, (string?)body["type"]));
        Assert.NotEmpty((string)body["value"]!["message"]!);
        Assert.Empty(Helm.Turns.Ran);
        Assert.Empty(Helm.Turns.Heard);
    }

    private async Task<JsonNode> PlanCardAsync()
    {
        Helm.Turns.Answer = _ => ScriptedTurns.Reply("Shall I?") with
        {
            Card = new Card { Title = "rem-001", Actions = [new("Investigate", "investigate infra-001")] },
            Pending = EmulatorPlanTests.Plan,
        };
        return (await ShownAsync("fix it"))["attachments"]![0]!["content"]!;
    }
}
