using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Mending;
using Helm.Conversation.Intents;
using Helm.Host.Tests.Drivers;
using Helm.Operations.Remediation.Plans;

namespace Helm.Host.Tests.Doors.Slack;

/// <summary>What can be pressed and chosen, and what it comes to.</summary>
public sealed class SlackButtonTests : IAsyncLifetime
{
    private static readonly PlanQuestion Plan = new(
        "rem-001", "hash-1", ApprovalLevel.Challenge, [], ["maple", "river", "anchor"], DateTimeOffset.UnixEpoch);

    private LoopbackSlack _slack = null!;
    private HelmAtWork _helm = null!;

    public async ValueTask InitializeAsync()
    {
        _slack = await LoopbackSlack.StartAsync();
        _helm = await HelmAtWork.StartAsync([.. _slack.Settings, "Helm:People:0:Id=slack:T1:U2", "Helm:People:0:Role=Approver"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _helm.DisposeAsync();
        await _slack.DisposeAsync();
    }

    [Fact]
    public async Task A_plan_is_approved_by_the_button_that_carries_its_hash_as_the_person_who_presses_and_then_has_no_buttons()
    {
        _helm.Turns.Answer = _ => ScriptedTurns.Reply("Shall I?") with
        {
            Pending = new("confirm_remediation", []) { Plan = Plan },
            Suggestions = [new("No")],
        };
        _helm.Turns.Outcome = _ => ScriptedTurns.Reply("Approved.") with { Data = Answer("approved") };
        await _helm.EventAsync(SlackSender.Said("fix it", "1.1"));
        var question = (await _slack.WaitAsync("chat.postMessage"))[0];
        var buttons = Elements(question);

        Assert.Equal(["Approve", "Reject"], buttons.Select(button => (string?)button["text"]!["text"]));
        Assert.NotNull(buttons[0]["confirm"]);
        Assert.Null(SlackRules.Problem(question.Fields));
        var pressed = SlackSender.Pressed((string)buttons[0]["action_id"]!, (string)buttons[0]["value"]!, ts: "1700000000.000001", thread: "1.1");
        using var first = await _helm.InteractAsync(pressed);
        using var again = await _helm.InteractAsync(pressed);
        var shown = (await _slack.WaitAsync("chat.update"))[0];

        var (command, person) = Assert.Single(_helm.Turns.Ran);
        Assert.Equal((IntentNames.ConfirmYes, "rem-001", "hash-1"), (command.Intent, command.Entities[PlanSlots.PlanId], command.Entities[PlanSlots.PlanHash]));
        Assert.Equal(("slack:T1:U2", "C1", "1700000000.000001"), (person.Id, shown["channel"], shown["ts"]));
        Assert.DoesNotContain(shown.Fields["blocks"]!.AsArray(), block => (string?)block!["type"] == "actions");
        Assert.Contains("rem-001: approved", shown["text"] + shown["blocks"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_button_is_told_to_whoever_pressed_it_and_goes()
    {
        _helm.Turns.Outcome = _ => ScriptedTurns.Reply("rem-001 was decided before.") with { Succeeded = false, Data = Answer("rejected") with { Reason = "already_decided" } };
        using var pressed = await _helm.InteractAsync(SlackSender.Pressed("plan:1", """{"Approves":false,"PlanId":"rem-001","PlanHash":"hash-1"}"""));

        Assert.Equal("U2", (await _slack.WaitAsync("chat.postEphemeral"))[0]["user"]);
        await _slack.WaitAsync("chat.update");
        Assert.Equal(IntentNames.ConfirmNo, Assert.Single(_helm.Turns.Ran).Command.Intent);
    }

    [Fact]
    public async Task Where_somebody_else_may_still_decide_the_buttons_stay()
    {
        _helm.Turns.Outcome = _ => ScriptedTurns.Reply("Production needs an approver.") with { Succeeded = false, Data = Answer("pending") with { Reason = "not_entitled" } };
        using var pressed = await _helm.InteractAsync(SlackSender.Pressed("plan:0", """{"Approves":true,"PlanId":"rem-001","PlanHash":"hash-1"}"""));
        await _slack.WaitAsync("chat.postEphemeral");
        await _helm.EventAsync(SlackSender.Said("last", "1.1", "message", "D1"));
        await _slack.WaitAsync("chat.postMessage");

        Assert.DoesNotContain(_slack.Calls, call => call.Method == "chat.update");
    }

    [Fact]
    public async Task How_long_to_snooze_is_chosen_from_a_menu_or_typed_into_a_form()
    {
        _helm.Turns.Answer = _ => ScriptedTurns.Reply("Alert") with
        {
            Card = new Card { Title = "Alert", Actions = [new("Snooze 1 hour", "/helm:silence infra-001 --for=1h")] },
        };
        await _helm.EventAsync(SlackSender.Said("show", "1.1"));
        var options = Assert.Single(Elements((await _slack.WaitAsync("chat.postMessage"))[0]))["options"]!.AsArray();
        using var chosen = await _helm.InteractAsync(SlackSender.Chosen("say:0", (string)options[2]!["value"]!));
        using var other = await _helm.InteractAsync(SlackSender.Chosen("say:0", (string)options[^1]!["value"]!));
        var view = (await _slack.WaitAsync("views.open"))[0].Fields["view"]!;
        using var typed = await _helm.InteractAsync(SlackSender.Submitted(view, "90 \"minutes --env=prod"));
        await _slack.WaitAsync("chat.postMessage", 3);

        Assert.Equal(
            ["/helm:silence infra-001 --for=\"90  minutes --env=prod\"", "/helm:silence infra-001 --for=4h", "show"],
            _helm.Turns.Heard.Select(heard => heard.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_question_with_known_answers_has_a_menu_beside_its_form()
    {
        _helm.Turns.Answer = _ => ScriptedTurns.Reply("Which environment?") with { Pending = new("slot", ["prod", "staging"], "environment") };
        await _helm.EventAsync(SlackSender.Said("restart web", "1.1"));
        var elements = Elements((await _slack.WaitAsync("chat.postMessage"))[0]);
        using var chosen = await _helm.InteractAsync(SlackSender.Chosen("say:0", "staging"));
        await _slack.WaitAsync("chat.postMessage", 2);

        Assert.Equal(["static_select", "button"], elements.Select(element => (string?)element["type"]));
        Assert.Equal("staging", _helm.Turns.Heard.Last().Text);
    }

    [Fact]
    public async Task The_whole_of_a_long_answer_to_a_command_is_a_file_for_whoever_gave_it()
    {
        var whole = string.Join('\n', Enumerable.Range(0, 800).Select(line => $"line {line} of /helm:status --env=prod"));
        _helm.Turns.Answer = _ => ScriptedTurns.Reply(whole) with { Command = "/helm:logs --env=prod" };
        using var response = await _helm.CommandAsync("logs prod", _slack.ResponseUrl);
        var completed = (await _slack.WaitAsync("files.completeUploadExternal"))[0];
        var answer = (await _slack.WaitAsync("response_url"))[0];
        var footer = (string)answer.Fields["blocks"]!.AsArray()[^1]!["elements"]![0]!["text"]!;

        Assert.Equal(("DU1", null), (completed["channel_id"], completed["thread_ts"]));
        Assert.Contains("a file in your messages with Helm", footer, StringComparison.Ordinal);
        Assert.DoesNotContain("/helm:", answer["blocks"], StringComparison.Ordinal);
        Assert.Contains("line 0 of /helm status --env=prod", answer["blocks"], StringComparison.Ordinal);
    }

    private static JsonObject[] Elements(SlackCall message) =>
        [.. message.Fields["blocks"]!.AsArray().Single(block => (string?)block!["type"] == "actions")!["elements"]!.AsArray().Select(element => element!.AsObject())];

    private static PlanAnswer Answer(string status) => new()
    {
        PlanId = "rem-001",
        PlanHash = "hash-1",
        Status = status,
        Level = ApprovalLevel.Challenge,
        Environment = "prod",
        Production = true,
        Actions = [],
        Effects = ["restart web"],
        Risk = "low",
        Downtimes = [],
        BlastRadius = [],
        Undo = [],
    };
}
