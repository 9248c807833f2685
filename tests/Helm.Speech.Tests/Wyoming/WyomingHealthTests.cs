using Helm.Speech.Engines;
using Helm.Speech.Setup;

namespace Helm.Speech.Tests.Wyoming;

/// <summary>Whether a Wyoming server can do what it is configured for.</summary>
public sealed class WyomingHealthTests
{
    [Theory]
    [InlineData("asr", "base.en", "faster-whisper by Wyoming at")]
    [InlineData("tts", null, "piper by Wyoming at")]
    [InlineData("wake", "hey_helm_v0.1", "openwakeword by Wyoming at")]
    public async Task Its_health_is_what_the_server_describes(string stage, string? name, string detail)
    {
        await using var server = new PracticeWyoming(WrittenExchanges.DescribeAsync);

        var health = await HealthAsync(server, stage, name);

        Assert.True(health.IsAvailable, health.Detail);
        Assert.StartsWith(detail, health.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var server = new PracticeWyoming(_ => Task.CompletedTask);
        await server.DisposeAsync();

        var health = await HealthAsync(server, "asr");

        Assert.False(health.IsAvailable);
        Assert.Contains($"No Wyoming server answers at {server.Address} (ConnectionRefused)", health.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_for_something_else_says_what_it_has()
    {
        await using var server = new PracticeWyoming(async peer =>
        {
            await peer.ExpectAsync("describe");
            await peer.SendEventAsync("info", """{"tts": [{"name": "piper", "voices": []}], "asr": "none", "wake": [7]}""");
        });

        Assert.Contains("offers no asr service; it offers tts", (await HealthAsync(server, "asr")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_it_has_not_is_named_with_those_that_it_has()
    {
        await using var server = new PracticeWyoming(WrittenExchanges.DescribeAsync);

        Assert.Contains("has no \"large-v3\"; it has base.en", (await HealthAsync(server, "asr", "large-v3")).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nowhere")]
    [InlineData("http://127.0.0.1:80")]
    [InlineData("127.0.0.1:99999")]
    public void An_address_that_cannot_be_meant_is_refused_at_the_start(string? address)
    {
        var options = new SpeechOptions { Synthesis = { Engines = "wyoming, flite" }, Wyoming = { Synthesis = { Address = address } } };

        Assert.StartsWith("Helm:Speech:Wyoming:Synthesis:Address", Assert.Single(new SpeechOptionsCheck().Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    private static Task<EngineHealth> HealthAsync(PracticeWyoming server, string stage, string? name = null) =>
        server.Talk(stage, name).Health().CheckAsync(TestContext.Current.CancellationToken);
}
