using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

/// <summary>A host and an Emulator that talk to each other.</summary>
public abstract class EmulatorScenario : IAsyncLifetime
{
    internal HelmAtWork Helm { get; private set; } = null!;
    internal Emulator Emulator { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Helm = await HelmAtWork.StartAsync("Helm:People:0:Id=emulator:u1", "Helm:People:0:Name=Ute", "Helm:People:0:Role=Operator");
        Emulator = await Drivers.Emulator.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Helm.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    protected JsonObject InLine(string text)
    {
        var message = Emulator.Message(text);
        message["deliveryMode"] = "expectReplies";
        return message;
    }

    protected JsonObject Joined(string conversation, params string[] members)
    {
        var update = Emulator.Activity("conversationUpdate", conversation);
        update["membersAdded"] = new JsonArray([.. members.Select(member => new JsonObject { ["id"] = member })]);
        return update;
    }

    protected JsonObject Installed(string conversation)
    {
        var update = Emulator.Activity("installationUpdate", conversation);
        update["action"] = "add";
        return update;
    }

    protected static JsonObject Mention(string id, string text) =>
        new() { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = "x" }, ["text"] = text };
}
