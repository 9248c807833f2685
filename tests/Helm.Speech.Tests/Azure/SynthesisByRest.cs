using Microsoft.AspNetCore.Http;

namespace Helm.Speech.Tests.Azure;

/// <summary>Synthesis and its voices over HTTP.</summary>
internal static class SynthesisByRest
{
    private const string Voices =
        """
        [ { "Name": "Ava", "DisplayName": "Ava", "LocalName": "Ava", "ShortName": "en-US-AvaMultilingualNeural", "Gender": "Female", "Locale": "en-US", "VoiceType": "Neural" },
          { "Name": "Katja", "DisplayName": "Katja", "LocalName": "Katja", "ShortName": "de-DE-KatjaNeural", "Gender": "Female", "Locale": "de-DE", "VoiceType": "Neural" } ]
        """;

    public static Task ListAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(Voices);
    }

    public static async Task AnswerAsync(PracticeDoors service, HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var ssml = await reader.ReadToEndAsync(http.RequestAborted);
        if (http.Request.ContentType?.StartsWith("application/ssml+xml", StringComparison.Ordinal) != true
            || http.Request.Headers["X-Microsoft-OutputFormat"] != "raw-16khz-16bit-mono-pcm"
            || SsmlText.Of(ssml) is not { } text)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        service.Spoken.Enqueue(ssml);
        // In pieces that end in the middle of a sample.
        foreach (var piece in PracticeAzure.SoundOf(text).Chunk(999))
        {
            await http.Response.Body.WriteAsync(piece, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            if (service.Script.Drops)
            {
                http.Abort();
                return;
            }
        }
    }
}
