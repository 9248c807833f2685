using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Host.Tests.Drivers;
using Helm.Operations.Remediation.Plans;

namespace Helm.Host.Tests.Doors;

/// <summary>Where a channel knows no other buttons, a decision comes back as a message.</summary>
public sealed class EmulatorPlanTests : EmulatorScenario
{
    internal static Question Plan => new("confirm_remediation", [])
    {
        Plan = new("rem-001", "9f2c", ApprovalLevel.Challenge, [], ["falcon", "amber", "kayak"], DateTimeOffset.MaxValue),
    };

    [Fact]
    public async Task A_plan_is_decided_with_a_button()
    {
        Helm.Turns.Answer = _ => ScriptedTurns.Reply("Shall I?") with { Card = new Card { Title = "rem-001" }, Pending = Plan };
        var actions = (await SendAsync(InLine("fix it")))["attachments"]![0]!["content"]!["actions"]!.AsArray();
        var pressed = InLine("");
        pressed["value"] = actions[1]!["data"]!.DeepClone();
        await SendAsync(pressed);

        Assert.Equal(["Approve", "Reject"], actions.Select(action => (string?)action!["title"]));
        Assert.All(actions, action => Assert.Equal("Action.Submit", (string?)action!["type"]));
        var (command, person) = Assert.Single(Helm.Turns.Ran);
        Assert.Equal((IntentNames.ConfirmNo, "rem-001", "emulator:u1"), (command.Intent, command.Entities["plan_id"], person.Id));
    }

    private async Task<JsonNode> SendAsync(JsonObject message)
    {
        using var response = await Helm.PostAsync("/api/messages", message);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["activities"]![0]!;
    }
}
