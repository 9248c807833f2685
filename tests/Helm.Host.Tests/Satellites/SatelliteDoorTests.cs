using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Satellites;

/// <summary>Who may connect as a Wyoming satellite, and what Helm says that it can do.</summary>
public sealed class SatelliteDoorTests
{
    private const string Listening = "Helm:Voice:Wyoming:Listen=127.0.0.1:0";

    [Fact]
    public async Task Nothing_listens_until_it_is_configured()
    {
        await using var helm = await HelmAtWork.StartAsync();

        Assert.Null(helm.Satellites.Endpoint);
    }

    [Theory]
    [InlineData("Helm:Voice:Wyoming:Listen=0.0.0.0:0", "the protocol has no authentication")]
    [InlineData("Helm:Voice:Wyoming:Listen=[::]:0", "the protocol has no authentication")]
    [InlineData("Helm:Voice:Wyoming:Listen=somewhere", "an address and port")]
    [InlineData("Helm:Voice:Wyoming:Satellites:0:Address=kitchen.local", "an IP address")]
    [InlineData("Helm:Voice:Wyoming:Satellites:0:Owner=alice", "a person's id")]
    public async Task What_is_too_wide_or_cannot_be_meant_stops_the_start(string setting, string reason)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => HelmAtWork.StartAsync(setting));

        Assert.Contains("Helm:Voice:Wyoming:", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wide_address_may_be_listened_on_when_it_is_listed_who_may_connect()
    {
        await using var helm = await HelmAtWork.StartAsync(["Helm:Voice:Wyoming:Listen=0.0.0.0:0", .. Kitchen("127.0.0.2")]);
        var endpoint = new IPEndPoint(IPAddress.Loopback, helm.Satellites.Endpoint!.Port);

        using var listed = await Satellite.ConnectAsync(endpoint, "127.0.0.2");
        using var stranger = await Satellite.ConnectAsync(endpoint, "127.0.0.3");
        await listed.SendAsync("ping", new JsonObject { ["text"] = "are you there?" });

        Assert.Equal("are you there?", (await listed.AwaitAsync("pong")).Text("text"));
        Assert.Null(await stranger.ReceiveAsync());
    }

    [Fact]
    public async Task An_address_that_another_program_has_is_named_with_what_to_do()
    {
        await using var helm = await HelmAtWork.StartAsync(Listening);

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => HelmAtWork.StartAsync($"Helm:Voice:Wyoming:Listen={helm.Satellites.Endpoint}"));

        Assert.Contains("Helm cannot take satellites at 127.0.0.1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_describes_itself_in_the_words_of_the_protocol()
    {
        await using var helm = await HelmAtWork.StartAsync(Listening);
        using var satellite = await Satellite.ConnectAsync(helm.Satellites.Endpoint!);

        await satellite.SendAsync("describe");
        var info = (await satellite.AwaitAsync("info")).Data;

        Assert.Equal("helm", (string?)info["asr"]![0]!["models"]![0]!["name"]);
        Assert.Equal("en", (string?)info["tts"]![0]!["voices"]![0]!["languages"]![0]);
        Assert.Equal(("hey_helm", "hey helm"), ((string?)info["wake"]![0]!["models"]![0]!["name"], (string?)info["wake"]![0]!["models"]![0]!["phrase"]));
        Assert.True((bool)info["asr"]![0]!["installed"]!);
        Assert.NotNull(info["wake"]![0]!["attribution"]!["url"]);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("{\"type\": \"audio-chunk\", \"payload_length\": 2000000000}\n")]
    [InlineData("{\"type\": \"ping\", \"data_length\": 3}\n{x}")]
    [InlineData("{\"type\": \"audio-chunk\", \"data\": {\"rate\": 0, \"width\": 2, \"channels\": 1}, \"payload_length\": 2}\nab")]
    public async Task What_is_no_event_is_told_so_and_the_connection_ends_while_others_go_on(string sent)
    {
        await using var helm = await HelmAtWork.StartAsync([Listening, .. Kitchen("127.0.0.1")]);
        using var wrong = await Satellite.ConnectAsync(helm.Satellites.Endpoint!);
        using var right = await Satellite.ConnectAsync(helm.Satellites.Endpoint!);
        // What the sound is for must be known before it is looked at.
        await wrong.SendAsync("run-pipeline", new JsonObject { ["start_stage"] = "wake", ["end_stage"] = "tts" });

        await wrong.SendAsync(Encoding.UTF8.GetBytes(sent));
        var error = await wrong.ReceiveAsync();
        while (error is { Type: not "error" })
        {
            error = await wrong.ReceiveAsync();
        }

        Assert.StartsWith("This is no event of the Wyoming protocol:", error!.Text("text"), StringComparison.Ordinal);
        await right.SendAsync("ping");
        Assert.Equal("pong", (await right.AwaitAsync("pong")).Type);
    }

    [Fact]
    public async Task Random_bytes_end_a_connection_and_nothing_else()
    {
        await using var helm = await HelmAtWork.StartAsync(Listening);
#pragma warning disable CA5394 // The same bytes each time, not a secret.
        var random = new Random(7);
        for (var time = 0; time < 50; time++)
        {
            var bytes = new byte[random.Next(1, 5_000)];
            random.NextBytes(bytes);
#pragma warning restore CA5394
            using var wrong = await Satellite.ConnectAsync(helm.Satellites.Endpoint!);
            await wrong.SendAsync([.. bytes, (byte)'\n']);
            // Only so many may be connected at once, and one that has been told to go still counts until it is gone.
            await wrong.IsGoneAsync();
        }

        using var satellite = await Satellite.ConnectAsync(helm.Satellites.Endpoint!);
        await satellite.SendAsync("ping");
        Assert.Equal("pong", (await satellite.AwaitAsync("pong")).Type);
    }

    [Fact]
    public async Task A_pipeline_that_is_none_of_Helms_is_refused_and_events_of_no_concern_are_passed_over()
    {
        await using var helm = await HelmAtWork.StartAsync(Listening);
        using var satellite = await Satellite.ConnectAsync(helm.Satellites.Endpoint!);

        await satellite.SendAsync("streaming-started");
        await satellite.SendAsync("timer-started", new JsonObject { ["id"] = "1" });
        await satellite.SendAsync("run-pipeline", new JsonObject { ["start_stage"] = "intent", ["end_stage"] = "handle" });

        Assert.Equal(("error", "pipeline"), await satellite.ReceiveAsync() is { } error ? (error.Type, error.Text("code")) : default);
    }

    internal static string[] Kitchen(string address) =>
    [
        $"Helm:Voice:Wyoming:Satellites:0:Address={address}", "Helm:Voice:Wyoming:Satellites:0:Id=kitchen", "Helm:Voice:Wyoming:Satellites:0:Owner=api:alice",
        "Helm:Voice:Wyoming:Satellites:0:Role=Operator",
    ];
}
