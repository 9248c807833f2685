using System.Text.Json.Nodes;
using Helm.Operations.People;
using Helm.Speech.Audio;

namespace Helm.Host.Tests.Satellites;

/// <summary>What is said at a satellite, and what it hears.</summary>
public sealed class SatelliteTalkTests(SatelliteFixture scene) : IClassFixture<SatelliteFixture>
{
    [Fact]
    public async Task Hey_helm_status_of_production_is_woken_understood_and_answered_aloud()
    {
        using var satellite = await scene.ConnectAsync();
        await satellite.SendAsync("run-pipeline", Pipeline("wake"));
        var heard = scene.Helm.Turns.Heard.Count;

        var saying = satellite.SayAsync([.. new short[8_000], .. scene.Said("hey helm, status of production"), .. new short[32_000]]);

        Assert.Equal("hey_helm", (await satellite.AwaitAsync("detection")).Text("name"));
        var text = (await satellite.AwaitAsync("transcript")).Text("text");
        Assert.EndsWith("status of production", text, StringComparison.Ordinal);
        Assert.Equal($"You said: {text} aloud", (await satellite.AwaitAsync("synthesize")).Text("text"));
        await satellite.AwaitAsync("audio-start");
        Assert.InRange((await satellite.HearToTheEndAsync()).Samples, SpeechFormat.SampleRate, 5 * SpeechFormat.SampleRate);
        await saying;
        var utterance = scene.Helm.Turns.Heard.ElementAt(heard);
        Assert.Equal(("voice:kitchen", "kitchen"), (utterance.ConversationId, utterance.Heard!.Device));
        Assert.Equal(("api:alice", Role.Viewer), (utterance.Person.Id, utterance.Person.Role));
    }

    [Fact]
    public async Task A_satellite_that_wakes_itself_and_then_sends_nothing_more_hears_the_answer_to_its_end()
    {
        using var satellite = await scene.ConnectAsync();
        await satellite.SendAsync("run-pipeline", Pipeline("asr"));
        await satellite.SayAsync([.. scene.Said("status of staging"), .. new short[16_000]]);
        await satellite.SendAsync("audio-stop");

        Assert.EndsWith("status of staging", (await satellite.AwaitAsync("transcript")).Text("text"), StringComparison.Ordinal);
        await satellite.AwaitAsync("audio-start");

        Assert.InRange((await satellite.HearToTheEndAsync()).Samples, SpeechFormat.SampleRate / 2, 5 * SpeechFormat.SampleRate);
    }

    [Fact]
    public async Task It_turns_speech_into_text_for_whoever_asks()
    {
        using var satellite = await scene.ConnectAsync();

        await satellite.SendAsync("transcribe", new JsonObject { ["language"] = "en" });
        await satellite.SayAsync(scene.Said("status of production"));
        await satellite.SendAsync("audio-stop");
        var first = await satellite.AwaitAsync("transcript");
        // To ask first may be left out, and unrelated talk is no text.
        await satellite.SayAsync(new short[16_000]);
        await satellite.SendAsync("audio-stop");

        Assert.EndsWith("status of production", first.Text("text"), StringComparison.Ordinal);
        Assert.Equal("", (await satellite.AwaitAsync("transcript")).Text("text"));
    }

    [Fact]
    public async Task It_detects_the_wake_phrase_and_says_when_it_was_not_there()
    {
        using var satellite = await scene.ConnectAsync();

        await satellite.SendAsync("detect", new JsonObject { ["names"] = new JsonArray("hey_helm") });
        await satellite.SayAsync([.. new short[16_000], .. scene.Said("hey helm"), .. new short[16_000]]);
        var detection = await satellite.AwaitAsync("detection");
        await satellite.SendAsync("audio-stop");
        await satellite.SendAsync("detect");
        await satellite.SayAsync(new short[16_000]);
        await satellite.SendAsync("audio-stop");

        Assert.Equal("hey_helm", detection.Text("name"));
        Assert.InRange(detection.Number("timestamp")!.Value, 1_000, 3_500);
        Assert.Equal("not-detected", (await satellite.AwaitAsync("not-detected")).Type);
    }

    private static JsonObject Pipeline(string start) => new() { ["start_stage"] = start, ["end_stage"] = "tts", ["restart_on_end"] = true };
}
