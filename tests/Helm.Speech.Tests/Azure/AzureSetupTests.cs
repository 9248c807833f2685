using Helm.Speech.Azure;
using Helm.Speech.Setup;

namespace Helm.Speech.Tests.Azure;

/// <summary>Where Azure Speech is, and what must be configured before it is asked.</summary>
public sealed class AzureSetupTests
{
    [Theory]
    [InlineData("westeurope", null, "wss://westeurope.stt.speech.microsoft.com/speech/recognition/", "https://westeurope.tts.speech.microsoft.com/cognitiveservices/v1", "https://westeurope.api.cognitive.microsoft.com/sts/v1.0/issueToken")]
    [InlineData("chinaeast2", null, "wss://chinaeast2.stt.speech.azure.cn/speech/recognition/", "https://chinaeast2.tts.speech.azure.cn/cognitiveservices/v1", "https://chinaeast2.api.cognitive.azure.cn/sts/v1.0/issueToken")]
    [InlineData("usgovvirginia", null, "wss://usgovvirginia.stt.speech.azure.us/speech/recognition/", "https://usgovvirginia.tts.speech.azure.us/cognitiveservices/v1", "https://usgovvirginia.api.cognitive.microsoft.us/sts/v1.0/issueToken")]
    [InlineData(null, "https://mine.cognitiveservices.azure.com", "wss://mine.cognitiveservices.azure.com/stt/speech/recognition/", "https://mine.cognitiveservices.azure.com/tts/cognitiveservices/v1", "https://mine.cognitiveservices.azure.com/sts/v1.0/issueToken")]
    [InlineData(null, "http://localhost:5000", "ws://localhost:5000/speech/recognition/", "http://localhost:5000/cognitiveservices/v1", "http://localhost:5000/sts/v1.0/issueToken")]
    public void Its_addresses_are_those_of_the_region_the_cloud_or_the_private_endpoint(string? region, string? host, string recognition, string synthesis, string token)
    {
        var endpoints = new AzureEndpoints(new AzureSpeechOptions { Region = region, Host = host });

        Assert.StartsWith(recognition, endpoints.Recognition.ToString(), StringComparison.Ordinal);
        Assert.Equal((synthesis, token), (endpoints.Synthesis.ToString(), endpoints.Token.ToString()));
    }

    [Theory]
    [InlineData(null, "westeurope", null, "Azure:Key")]
    [InlineData("a-key-in-the-configuration", "westeurope", null, "Azure:Key")]
    [InlineData("env:HELM_NO_SUCH_VARIABLE", "westeurope", null, "Azure:Key")]
    [InlineData("env:PATH", null, null, "Azure:Region")]
    [InlineData("env:PATH", null, "http://speech.example", "Azure:Host")]
    public void What_cannot_be_meant_is_refused_at_the_start_and_no_key_is_repeated(string? key, string? region, string? host, string named)
    {
        var options = new SpeechOptions { Synthesis = { Engines = "azure, espeak-ng" }, Azure = { Key = key, Region = region, Host = host } };

        var failures = new SpeechOptionsCheck().Validate(null, options).Failures!.ToList();

        Assert.Contains(failures, failure => failure.StartsWith("Helm:Speech:" + named, StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.DoesNotContain("a-key-in-the-configuration", failure, StringComparison.Ordinal));
    }

    [Fact]
    public void A_container_needs_no_key() => Assert.True(new SpeechOptionsCheck().Validate(null, new SpeechOptions
    {
        Synthesis = { Engines = "azure" },
        Azure = { SynthesisHost = "http://speech-container:5000" },
    }).Succeeded);
}
