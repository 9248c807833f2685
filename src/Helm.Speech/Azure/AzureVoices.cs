using System.Net.Http.Json;
using System.Text.Json;
using Helm.Speech.Engines;
using Helm.Speech.Synthesis;

namespace Helm.Speech.Azure;

/// <summary>The English voices of the service; Helm's words are English.</summary>
internal static class AzureVoices
{
    /// <exception cref="SpeechEngineException">It was refused or got no answer; the message says what to do.</exception>
    public static async Task<IReadOnlyList<VoiceDescription>> ListAsync(AzureAccess access, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, access.Endpoints.Voices);
        using var answer = await access.SendAsync(request, cancellation);
        try
        {
            var voices = await answer.Content.ReadFromJsonAsync<List<AzureVoice>>(cancellation) ?? [];
            return [.. voices.Where(voice => voice.Locale.StartsWith("en", StringComparison.OrdinalIgnoreCase)).Select(Describe)];
        }
        catch (JsonException)
        {
            throw AzureRefusal.Unintelligible();
        }
    }

    private static VoiceDescription Describe(AzureVoice voice) =>
        new(voice.ShortName, voice.Locale, $"Azure's {voice.DisplayName}, {voice.Gender.ToLowerInvariant()}");

    private sealed record AzureVoice(string ShortName, string Locale, string DisplayName, string Gender);
}
