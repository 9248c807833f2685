using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors.Slack;

/// <summary>The Slack that the tests use is one: Slack's own clients talk to it unchanged.</summary>
public sealed class LoopbackSlackTests : IAsyncLifetime
{
    private LoopbackSlack _slack = null!;

    public async ValueTask InitializeAsync() => _slack = await LoopbackSlack.StartAsync();

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    [Fact]
    public async Task The_official_clients_drive_it_by_the_Web_API_and_by_a_socket()
    {
        var driving = NodeClient.RunAsync("slack", "drive.mjs", new JsonObject
        {
            ["url"] = _slack.Url,
            ["botToken"] = LoopbackSlack.BotToken,
            ["appToken"] = LoopbackSlack.AppToken,
        }.ToJsonString());
        if (await Task.WhenAny(driving, PushAsync()) == driving)
        {
            await driving; // skipped, or failed early
        }

        var told = JsonNode.Parse(await driving)!;

        Assert.Equal(LoopbackSlack.Bot, (string?)told["me"]);
        Assert.Equal("already_reacted", (string?)told["again"]);
        Assert.Equal("invalid_blocks", (string?)told["refused"]);
        Assert.Equal("changed", (string?)told["thread"]![0]);
        Assert.Equal("hello from the socket", (string?)told["event"]);
        Assert.Equal("the picture", System.Text.Encoding.UTF8.GetString(_slack.Uploads.Single()));
        var (place, shared) = ((await _slack.WaitAsync("files.getUploadURLExternal"))[0], (await _slack.WaitAsync("files.completeUploadExternal"))[0]);
        Assert.Equal(("metric.png", "11"), (place["filename"], place["length"]));
        Assert.Equal(("C1", (string?)told["ts"], "Error rate"), (shared["channel_id"], shared["thread_ts"], (string?)shared.Fields["files"]![0]!["title"]));
        Assert.Contains(_slack.Acknowledged, one => (string?)one["envelope_id"] == "e1");
    }

    private async Task PushAsync()
    {
        await _slack.PushAsync(new()
        {
            ["envelope_id"] = "e1",
            ["type"] = "events_api",
            ["accepts_response_payload"] = false,
            ["payload"] = SlackSender.Callback(SlackSender.Said("hello from the socket", "1.1", "message", "D1")),
        });
    }
}
