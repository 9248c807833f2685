using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;
using Helm.Host.Tests.Doors;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Web;

/// <summary>A plan is decided on the page with the buttons under it.</summary>
public sealed class PlanButtonTests
{
    [Fact]
    public async Task What_a_button_carries_reaches_the_Warden_as_who_is_signed_in()
    {
        await using var helm = await HelmAtWork.StartAsync(
            "Helm:DirectLine:Enabled=true", "Helm:SignIn:OneTimeLinks=true", "Helm:People:0:Id=web:alice", "Helm:People:0:Role=Approver");
        helm.Turns.Answer = _ => ScriptedTurns.Reply("Shall I?") with { Card = new Card { Title = "rem-001" }, Pending = EmulatorPlanTests.Plan };
        using var alice = await SignedIn.AsAsync(helm, "web:alice");
        var token = await alice.TokenAsync();
        var line = $"/v3/directline/conversations/{(string)(await alice.JsonAsync(HttpMethod.Post, "/v3/directline/conversations", bearer: token))["conversationId"]!}/activities";
        await alice.JsonAsync(HttpMethod.Post, line, new JsonObject { ["type"] = "message", ["text"] = "fix it" }, token);

        var buttons = await ButtonsAsync(() => alice.JsonAsync(HttpMethod.Get, line, bearer: token));
        await alice.JsonAsync(HttpMethod.Post, line, new JsonObject { ["type"] = "message", ["value"] = buttons[0]!["data"]!.DeepClone() }, token);

        var (command, person) = (await helm.Turns.Ran.ReachAsync(2)).Single(ran => ran.Command.Entities.ContainsKey("plan_id"));
        Assert.Equal(("rem-001", "web:alice"), (command.Entities["plan_id"], person.Id));
    }

    private static async Task<JsonArray> ButtonsAsync(Func<Task<JsonNode>> activities)
    {
        for (var look = 0; look < 5000; look++)
        {
            foreach (var activity in (await activities())["activities"]!.AsArray())
            {
                if (activity!["attachments"]?[0]?["content"]?["actions"] is JsonArray { Count: > 0 } actions)
                {
                    return actions;
                }
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The plan did not come.");
    }
}
