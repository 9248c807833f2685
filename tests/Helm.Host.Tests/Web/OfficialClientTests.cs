using System.Text.Json.Nodes;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Turns;
using Helm.Host.Tests.Drivers;
using Helm.Operations.Delivery;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Host.Tests.Web;

/// <summary>Microsoft's own Direct Line client talks to Helm, over a WebSocket and by asking again and again.</summary>
public sealed class OfficialClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_told_everything_once_and_loses_nothing_when_the_line_breaks(bool webSocket)
    {
        await using var helm = await HelmAtWork.StartAsync(
            "Helm:DirectLine:Enabled=true", "Helm:SignIn:OneTimeLinks=true", "Helm:People:0:Id=web:alice", "Helm:People:0:Name=Alice", "Helm:People:0:Role=Operator");
        helm.Turns.Answer = said => Answer(helm, said);
        using var alice = await SignedIn.AsAsync(helm, "web:alice");

        var output = await NodeClient.RunAsync("directline", "talk.mjs", new JsonObject
        {
            ["domain"] = new Uri(helm.Address, "/v3/directline").ToString(),
            ["token"] = await alice.TokenAsync(),
            ["webSocket"] = webSocket,
        }.ToJsonString());

        var seen = JsonNode.Parse(output)!;
        Assert.Equal("Ran greeting", (string)seen["welcome"]!["text"]!);
        Assert.Equal("You said: status of production", (string)seen["question"]!["text"]!);
        Assert.Equal("You said: investigate infra-001", (string)seen["button"]!["text"]!);
        Assert.Equal("You said: What issues do we have?", (string)seen["suggestion"]!["text"]!);
        Assert.Equal("You said: look at this", (string)seen["file"]!["text"]!);
        Assert.Equal((string)seen["again"]![0]!, (string)seen["again"]![1]!);
        Assert.Equal((string)seen["first"]!["id"]!, (string)seen["second"]!["id"]!);
        Assert.Equal(Place(seen["first"]!), Place(seen["second"]!));
        Assert.True(!webSocket || (int)seen["sockets"]! >= 2, "the line was not opened again");

        var told = seen["told"]!.AsArray().Where(activity => (string?)activity!["type"] == "message").ToList();
        var changed = (string)seen["first"]!["id"]!;
        Assert.All(told.GroupBy(activity => (string)activity!["id"]!).Where(same => same.Key != changed), same => Assert.Single(same));
        Assert.Single(helm.Turns.Heard, said => said.Text == "said twice");
        Assert.All(told.Where(activity => (string?)activity!["from"]!["role"] == "user"), activity => Assert.Equal("web:alice", (string)activity!["from"]!["id"]!));
        Assert.All(helm.Turns.Heard, said => Assert.Equal(("web:alice", "Alice"), (said.Person.Id, said.Person.Name)));
        Assert.All(told, activity => Assert.True(Place(activity!) > 0));
        Assert.Contains(told, activity => (string?)activity!["attachments"]?[0]!["name"] == "error.log");
        Assert.True(!webSocket || seen["told"]!.AsArray().Any(activity => (string?)activity!["channelData"]!["streamType"] == "streaming"), "the long answer was not streamed");
    }

    private static long Place(JsonNode activity) => (long)activity["channelData"]!["webchat:sequence-id"]!;

    private static Reply Answer(HelmAtWork helm, Utterance said)
    {
        switch (said.Text)
        {
            case "change it":
                _ = ChangeAsync(helm, said.ConversationId["web:".Length..]);
                break;
            case "tell me all":
                return ScriptedTurns.Reply(string.Join('\n', Enumerable.Range(1, 60).Select(line => $"line {line} of a long answer")));
        }

        return ScriptedTurns.Reply($"You said: {said.Text}") with
        {
            Card = new Card { Title = "Production is degraded", Actions = [new("Investigate", "investigate infra-001")] },
            Suggestions = [new("What issues do we have?")],
        };
    }

    /// <summary>What became of a plan is told as it becomes known.</summary>
    private static async Task ChangeAsync(HelmAtWork helm, string conversation)
    {
        var web = helm.Services.GetServices<IDeliveryChannel>().Single(channel => channel.Name == "web");
        foreach (var (status, text) in new[] { ("running", "rem-001 runs"), ("succeeded", "rem-001 has helped") })
        {
            await web.SendAsync(new($"plan/rem-001/{status}", "web", conversation, "test", $$"""{"text":"{{text}}"}""", Correlation: "infra-001"), Cancellation);
            await Task.Delay(700, Cancellation);
        }
    }
}
