using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors.BotFramework;

/// <summary>A host that takes part in Teams: signed activities come in, and a connector on loopback keeps what goes out.</summary>
public abstract class TeamsScenario : IAsyncLifetime
{
    private ChannelAuthority _authority = null!;

    internal Emulator Teams { get; private set; } = null!;

    internal HelmAtWork Helm { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _authority = await ChannelAuthority.StartAsync();
        Teams = await Emulator.StartAsync();
        Helm = await HelmAtWork.StartAsync(
            [.. _authority.Settings, "Helm:People:0:Id=msteams:aad-1", "Helm:People:0:Name=Ute", "Helm:People:0:Role=Approver", "Helm:Delivery:FirstRetry=1s"]);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Helm.DisposeAsync();
        await Teams.DisposeAsync();
        await _authority.DisposeAsync();
    }

    protected JsonObject Activity(string type, string conversation = "19:chat")
    {
        var activity = Teams.Activity(type, conversation);
        activity["channelId"] = "msteams";
        activity["from"]!["id"] = "29:user";
        activity["from"]!["aadObjectId"] = "aad-1";
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-1" } };
        return activity;
    }

    protected JsonObject Message(string text, string conversation = "19:chat")
    {
        var message = Activity("message", conversation);
        message["text"] = text;
        return message;
    }

    protected JsonObject Pressed(JsonNode action, string? card = "card-1")
    {
        var invoke = Activity("invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["replyToId"] = card;
        invoke["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]!.DeepClone(), ["data"] = action["data"]!.DeepClone() },
            ["trigger"] = "manual",
        };
        return invoke;
    }

    /// <summary>Signed as Teams signs.</summary>
    protected async Task<(int Status, JsonNode? Body)> SendAsync(JsonObject activity)
    {
        using var response = await Helm.PostAsync(
            "/api/messages", activity, ("Authorization", TokenMint.Bearer(TokenMint.Claims(Teams.ServiceUrl), _authority.Endorsed)));
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        return ((int)response.StatusCode, body.Length > 0 ? JsonNode.Parse(body) : null);
    }

    /// <summary>What a person is shown in answer.</summary>
    protected async Task<JsonNode> ShownAsync(string text)
    {
        var before = Teams.Received.Count;
        Assert.Equal(202, (await SendAsync(Message(text))).Status);
        return (await Teams.WaitAsync(before + 1))[before].Activity;
    }
}
