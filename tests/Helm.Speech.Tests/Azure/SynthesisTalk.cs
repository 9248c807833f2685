using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace Helm.Speech.Tests.Azure;

/// <summary>Synthesis over WebSocket, as Microsoft's SDK asks for it: synthesis.context and ssml up; response, audio and turn.end down.</summary>
internal sealed class SynthesisTalk(PracticeDoors service) : ITalk
{
    public async Task TalkAsync(WebSocket socket, HttpContext http)
    {
        var talk = new PracticeSocket(socket);
        while (await talk.ReceiveAsync(http.RequestAborted) is { } message)
        {
            if (message.Path == "ssml")
            {
                await SpeakAsync(talk, message, http.RequestAborted);
            }
        }
    }

    private async Task SpeakAsync(PracticeSocket talk, PracticeMessage message, CancellationToken cancellation)
    {
        var text = SsmlText.Of(message.Body);
        if (text is null)
        {
            await talk.CloseAsync(1007, "SSML is invalid", cancellation);
            return;
        }

        service.Spoken.Enqueue(message.Body);
        var stream = Guid.NewGuid().ToString("N");
        await talk.SendAsync("turn.start", message.Request, new { context = new { serviceTag = stream } }, cancellation);
        await talk.SendAsync("response", message.Request, new { context = new { serviceTag = stream }, audio = new { type = "inline", streamId = stream } }, cancellation);
        foreach (var piece in PracticeAzure.SoundOf(text).Chunk(3_200))
        {
            await talk.SendSoundAsync(message.Request, stream, piece, cancellation);
        }

        await talk.SendAsync("turn.end", message.Request, new { }, cancellation);
    }
}
