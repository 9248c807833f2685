using System.Text.RegularExpressions;
using Helm.Speech.Engines;
using Helm.Speech.Synthesis;
using Helm.Speech.Tests.Engines;

namespace Helm.Speech.Tests.Azure;

/// <summary>Helm speaks by Azure Speech.</summary>
public sealed class AzureVoiceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_is_spoken_with_every_sample_in_its_place()
    {
        await using var azure = await AzureScene.SetAsync();

        var sound = await azure.SpeakAsync("Production is healthy. No issues are open.");

        Assert.Equal(PracticeAzure.SoundOf("Production is healthy. No issues are open."), sound);
        Assert.Contains("<voice name=\"en-US-AvaMultilingualNeural\">", Assert.Single(azure.Service.Spoken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("</s></p></prosody></voice><voice name='evil'>boo")]
    [InlineData("<audio src='https://evil.example/a.wav'/> & <break time='10h'/>")]
    [InlineData("]]> &lt;mark name=\"x\"/&gt; <!-- --> \u0000 \u001b[31m")]
    public async Task Markup_in_a_name_is_no_markup(string name)
    {
        await using var azure = await AzureScene.SetAsync();

        Assert.NotEmpty(await azure.SpeakAsync($"The service {name} is down."));

        var ssml = Assert.Single(azure.Service.Spoken);
        Assert.DoesNotContain("<audio", ssml, StringComparison.Ordinal);
        Assert.DoesNotContain("10h'", ssml, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(ssml, "<voice "));
    }

    [Fact]
    public async Task With_tokens_the_key_goes_out_once_in_nine_minutes()
    {
        var time = new AdjustableTime();
        await using var azure = await AzureScene.SetAsync(time: time, useToken: true);

        await azure.SpeakAsync("one");
        await azure.SpeakAsync("two");
        time.Pass(TimeSpan.FromMinutes(9.5));
        await azure.SpeakAsync("three");

        Assert.Equal(
            [
                "key /sts/v1.0/issueToken", "token 1 /cognitiveservices/v1", "token 1 /cognitiveservices/v1",
                "key /sts/v1.0/issueToken", "token 2 /cognitiveservices/v1",
            ],
            azure.Service.Seen);
    }

    [Fact]
    public async Task A_voice_that_breaks_off_is_a_lost_connection()
    {
        await using var azure = await AzureScene.SetAsync(new AzureScript { Drops = true });

        var lost = await Assert.ThrowsAsync<SpeechEngineException>(() => azure.SpeakAsync("Production is healthy."));

        Assert.Contains("was lost", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttling_is_left_alone_for_as_long_as_was_asked()
    {
        await using var azure = await AzureScene.SetAsync(new AzureScript { Refusal = 429, RetryAfterSeconds = 120 });
        var time = new AdjustableTime();
        using var roster = new EngineRoster<ISynthesizer>([azure.Voice, new BrokenVoice("local", "never")], time, azure.Told.Add);

        roster.Failed(roster.Engines[0], await Assert.ThrowsAsync<SpeechEngineException>(() => azure.SpeakAsync("one.")));
        time.Pass(TimeSpan.FromSeconds(100));

        Assert.Equal("local", roster.InTurn()[0].Name);
        time.Pass(TimeSpan.FromSeconds(21));
        Assert.Equal("azure", roster.InTurn()[0].Name);
        Assert.Contains("left alone for 120 seconds", Assert.Single(azure.Told).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_voices_are_listed()
    {
        await using var azure = await AzureScene.SetAsync();

        var voice = Assert.Single(await azure.Voice.VoicesAsync(Cancellation));

        Assert.Equal(("en-US-AvaMultilingualNeural", "en-US", "Azure's Ava, female"), (voice.Name, voice.Language, voice.About));
        Assert.Equal(voice.Name, azure.Voice.VoiceInUse);
    }

    [Fact]
    public async Task Its_health_tells_a_wrong_key_without_costing_anything_and_asks_seldom()
    {
        var time = new AdjustableTime();
        await using var azure = await AzureScene.SetAsync(time: time);
        using var voice = azure.Voice;

        Assert.True((await voice.CheckAsync(Cancellation)).IsAvailable);
        azure.Service.Script = new AzureScript { Refusal = 401 };
        Assert.True((await voice.CheckAsync(Cancellation)).IsAvailable);
        time.Pass(TimeSpan.FromMinutes(2));
        var refused = await voice.CheckAsync(Cancellation);

        Assert.False(refused.IsAvailable);
        Assert.Contains("refuses the key (401)", refused.Detail, StringComparison.Ordinal);
        Assert.Equal(["key /sts/v1.0/issueToken"], azure.Service.Seen);
    }
}
