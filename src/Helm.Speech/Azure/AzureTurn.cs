using System.Net;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using Helm.Speech.Engines;

namespace Helm.Speech.Azure;

/// <summary>One turn of the protocol: who asks, what may be said and the sound go up; words so far, phrases and the end come down.</summary>
internal sealed class AzureTurn(UspSocket socket, TimeProvider time, string context)
{
    // Long enough that the network is not busy with headers, short enough to be heard in time.
    private const int LargestPiece = 3_200;

    private readonly string _request = Guid.NewGuid().ToString("N");

    public async Task SendAsync(ChannelReader<byte[]> sound, CancellationToken cancellation)
    {
        await TellAsync(UspMessage.Text("speech.config", _request, Now, UspContext.Client), WebSocketMessageType.Text, cancellation);
        await TellAsync(UspMessage.Text("speech.context", _request, Now, context), WebSocketMessageType.Text, cancellation);
        await TellAsync(UspMessage.Sound(_request, Now, UspContext.WavHead, isHead: true), WebSocketMessageType.Binary, cancellation);
        var piece = new List<byte>(LargestPiece);
        while (await sound.WaitToReadAsync(cancellation))
        {
            piece.Clear();
            while (piece.Count < LargestPiece && sound.TryRead(out var samples))
            {
                piece.AddRange(samples);
            }

            await TellAsync(UspMessage.Sound(_request, Now, CollectionsMarshal.AsSpan(piece)), WebSocketMessageType.Binary, cancellation);
        }

        await TellAsync(UspMessage.Sound(_request, Now, []), WebSocketMessageType.Binary, cancellation);
    }

    /// <exception cref="SpeechEngineException">The service refuses in the middle of it, or goes away.</exception>
    public async Task<List<AzurePhrase>> ReceiveAsync(Action<string>? partial, CancellationToken cancellation)
    {
        var phrases = new List<AzurePhrase>();
        while (true)
        {
            var message = await socket.ReceiveAsync(cancellation);
            switch (message.Path)
            {
                case "speech.hypothesis" or "speech.fragment" when AzurePhrase.Partial(message.Body) is { Length: > 0 } words:
                    partial?.Invoke(string.Join(' ', phrases.SelectMany(phrase => phrase.Best.Take(1)).Select(way => way.Words).Append(words)));
                    break;
                case "speech.phrase":
                    phrases.Add(Valid(AzurePhrase.Read(message.Body)));
                    break;
                case "turn.end":
                    return phrases;
            }
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private Task TellAsync(byte[] message, WebSocketMessageType type, CancellationToken cancellation) => socket.SendAsync(message, type, cancellation);

    private static AzurePhrase Valid(AzurePhrase? phrase) => phrase switch
    {
        null => throw AzureRefusal.Unintelligible(),
        { Status: "TooManyRequests" } => throw AzureRefusal.Of(HttpStatusCode.TooManyRequests, null),
        { Status: "Forbidden" } => throw AzureRefusal.Of(HttpStatusCode.Forbidden, null),
        { Status: "BadRequest" } => throw AzureRefusal.Of(HttpStatusCode.BadRequest, null),
        { Status: "Error" or "ServiceUnavailable" } => throw AzureRefusal.Of(HttpStatusCode.ServiceUnavailable, null),
        _ => phrase,
    };
}
