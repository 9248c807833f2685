using System.Text.Json;
using Helm.Host.Security;
using Helm.Speech.Audio;
using Helm.Speech.Engines;
using Helm.Speech.Setup;

namespace Helm.Host.Voice;

/// <summary><c>POST /voice/say</c>: a sentence in Helm's voice, for the page.</summary>
internal static class SayEndpoint
{
    private const int LongestText = 2000;

    /// <summary>For whoever may ask Helm something.</summary>
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/voice/say", SayAsync)
        .AddEndpointFilter(endpoints.ServiceProvider.GetRequiredService<CallerGate>().DecisionAsync).ExcludeFromDescription();

    private static async Task<IResult> SayAsync(HttpContext http, SpeechEngines engines)
    {
        var (request, problem) = await RequestBody.ReadAsync<SayRequest>(http, JsonSerializerOptions.Web);
        if (request is null)
        {
            return problem!;
        }

        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > LongestText)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "Not understood", $"text has 1 to {LongestText} characters.");
        }

        try
        {
            return Results.Bytes(await SpokenAsync(request.Text, engines, http.RequestAborted), "audio/wav");
        }
        catch (SpeechEngineException missing)
        {
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "Helm cannot speak here", missing.Message);
        }
    }

    private static async Task<byte[]> SpokenAsync(string text, SpeechEngines engines, CancellationToken cancellation)
    {
        using var sound = new MemoryStream();
        using (var wav = new WavWriter(sound, engines.Synthesis.SampleRate))
        {
            await foreach (var chunk in engines.Synthesis.SpeakAsync(text, cancellation))
            {
                wav.Append(chunk);
            }
        }

        return sound.ToArray();
    }
}

/// <summary>What is to be spoken.</summary>
internal sealed record SayRequest(string? Text);
