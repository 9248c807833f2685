using System.Text.Json;
using Helm.Speech.Audio;
using Helm.Speech.Tests.Engines;

namespace Helm.Speech.Tests.Azure;

/// <summary>The practice service is what it says: Microsoft's own client, unchanged, works with it.</summary>
public sealed class OfficialSdkTests
{
    [Fact]
    public async Task Microsofts_own_client_recognises_and_speaks_by_it()
    {
        await using var azure = await PracticeAzure.StartAsync(new AzureScript
        {
            Phrases = [[("what is the status of production", 0.93), ("what is the status of prediction", 0.41)]],
        });

        var output = await RunAsync(azure, AzureScript.Key, "All is <well> & good.");

        var recognised = output.GetProperty("recognised");
        Assert.Equal("RecognizedSpeech", recognised.GetProperty("reason").GetString());
        Assert.Equal("What is the status of production.", recognised.GetProperty("text").GetString());
        Assert.Equal(["what", "what is the", "what is the status of"], recognised.GetProperty("partials").EnumerateArray().Select(words => words.GetString()));
        Assert.Equal([0.93, 0.41], recognised.GetProperty("best").EnumerateArray().Select(way => way.GetProperty("Confidence").GetDouble()));
        var turn = Assert.Single(azure.Turns);
        Assert.Equal(sizeof(short) * PracticeSpeech.Sound(1.5).Length, turn.Sound.Length);
        Assert.Equal("hey helm", turn.Hints.Single());
        Assert.Equal("SynthesizingAudioCompleted", output.GetProperty("spoken").GetProperty("reason").GetString());
        Assert.Equal(PracticeAzure.SoundOf("All is <well> & good.").Length, output.GetProperty("spoken").GetProperty("bytes").GetInt32());
    }

    [Fact]
    public async Task And_is_refused_with_a_wrong_key()
    {
        await using var azure = await PracticeAzure.StartAsync();

        var output = await RunAsync(azure, "wrong", "no");

        Assert.Equal("Canceled", output.GetProperty("recognised").GetProperty("reason").GetString());
        Assert.Equal("ConnectionFailure", output.GetProperty("recognised").GetProperty("error").GetString());
    }

    private static async Task<JsonElement> RunAsync(PracticeAzure azure, string key, string text)
    {
        var wav = Path.Combine(Path.GetTempPath(), $"helm-{Guid.NewGuid():N}.wav");
        WavWriter.Write(wav, SpeechFormat.SampleRate, PracticeSpeech.Sound(1.5));
        try
        {
            var output = await NodeClient.RunAsync("azure-speech", "check.mjs", JsonSerializer.Serialize(new { host = azure.Host.ToString(), key, wav, text }));
            return JsonDocument.Parse(output).RootElement;
        }
        finally
        {
            File.Delete(wav);
        }
    }
}
