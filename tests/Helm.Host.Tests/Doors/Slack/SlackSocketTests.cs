using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors.Slack;

public sealed class SlackSocketTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("helm-slack-").FullName;
    private LoopbackSlack _slack = null!;

    public async ValueTask InitializeAsync() => _slack = await LoopbackSlack.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Events_and_commands_come_by_a_socket_and_each_is_acknowledged_and_done_once()
    {
        await using var helm = await HelmAtWork.StartAsync([.. _slack.Settings, "Helm:Slack:AppToken=env:HELM_TEST_SLACK_APP"]);
        await _slack.PushAsync(Envelope("e2", "events_api", SlackSender.Callback(SlackSender.Said("second", "1.2", "message", "D1"))));
        await _slack.PushAsync(Envelope("e1", "events_api", SlackSender.Callback(SlackSender.Said("first", "1.1", "message", "D1"))));
        await _slack.PushAsync(Envelope("e2", "events_api", SlackSender.Callback(SlackSender.Said("second", "1.2", "message", "D1"))));
        await _slack.PushAsync(Envelope("c1", "slash_commands", new()
        {
            ["command"] = "/helm",
            ["text"] = "status",
            ["team_id"] = "T1",
            ["user_id"] = "U1",
            ["channel_id"] = "C1",
            ["trigger_id"] = "t1",
            ["response_url"] = _slack.ResponseUrl,
        }));

        await _slack.WaitAsync("response_url");
        await _slack.WaitAsync("chat.postMessage", 2);

        Assert.Equal(["e2", "e1", "e2", "c1"], _slack.Acknowledged.Select(one => (string?)one["envelope_id"]));
        Assert.Equal(["first", "second", "status"], helm.Turns.Heard.Select(heard => heard.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task When_Slack_renews_a_socket_the_new_one_is_open_before_the_old_one_closes()
    {
        await using var helm = await HelmAtWork.StartAsync([.. _slack.Settings, "Helm:Slack:AppToken=env:HELM_TEST_SLACK_APP"]);
        await _slack.PushAsync(new() { ["type"] = "disconnect", ["reason"] = "refresh_requested" });
        while (_slack.Sockets.Count < 3)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await _slack.PushAsync(Envelope("e1", "events_api", SlackSender.Callback(SlackSender.Said("status", "1.1", "message", "D1"))));
        await _slack.WaitAsync("chat.postMessage");

        Assert.Equal(["opened 1", "opened 2", "closed 1"], _slack.Sockets);
    }

    [Fact]
    public async Task A_host_that_ends_after_the_acknowledgement_answers_after_the_next_start_and_once()
    {
        string[] settings = [.. _slack.Settings, $"Helm:Host:Url=http://127.0.0.1:{FreePort()}"];
        await using (var first = await HelmAtWork.StartAsync(_ => { }, _folder, settings))
        {
            first.Turns.Patience = new TaskCompletionSource().Task;
            await first.EventAsync(SlackSender.Said("status", "1.1"), "Ev1");
        }

        Assert.DoesNotContain(_slack.Calls, call => call.Method == "chat.postMessage");
        await using var second = await HelmAtWork.StartAsync(_ => { }, _folder, settings);
        await _slack.WaitAsync("chat.postMessage");
        await second.EventAsync(SlackSender.Said("status", "1.1"), "Ev1");
        await second.EventAsync(SlackSender.Said("next", "1.2"), "Ev2");
        var answers = await _slack.WaitAsync("chat.postMessage", 2);

        Assert.Equal(["You said: status", "You said: next"], answers.Select(answer => answer["text"]));
    }

    private static JsonObject Envelope(string id, string type, JsonObject payload) => new()
    {
        ["envelope_id"] = id,
        ["type"] = type,
        ["accepts_response_payload"] = type == "slash_commands",
        ["payload"] = payload,
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
