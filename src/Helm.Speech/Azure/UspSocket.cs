using System.Net.WebSockets;
using Helm.Speech.Engines;

namespace Helm.Speech.Azure;

/// <summary>One connection to the recognition service, for one sentence.</summary>
internal sealed class UspSocket : IDisposable
{
    private const int LargestMessage = 1024 * 1024;
    private const int Piece = 16 * 1024;

    private readonly ClientWebSocket _socket;

    private UspSocket(ClientWebSocket socket) => _socket = socket;

    /// <exception cref="SpeechEngineException">It was refused; the message says what to do.</exception>
    public static async Task<UspSocket> ConnectAsync(AzureAccess access, CancellationToken cancellation)
    {
        var (socket, address) = (new ClientWebSocket(), access.Endpoints.Recognition);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(access.Options.Patience);
        try
        {
            socket.Options.CollectHttpResponseDetails = true;
            socket.Options.SetRequestHeader("X-ConnectionId", Guid.NewGuid().ToString("N"));
            if (await access.CredentialAsync(cancellation) is { } credential)
            {
                socket.Options.SetRequestHeader(credential.Name, credential.Value);
            }

            await socket.ConnectAsync(address, patience.Token);
            return new UspSocket(socket);
        }
        catch (Exception failure) when (failure is WebSocketException or OperationCanceledException or SpeechEngineException)
        {
            using (socket)
            {
                cancellation.ThrowIfCancellationRequested();
                throw Refusal(failure, socket, address, access.Options.Patience);
            }
        }
    }

    public Task SendAsync(byte[] message, WebSocketMessageType type, CancellationToken cancellation) =>
        _socket.SendAsync(message, type, endOfMessage: true, cancellation).AsGuarded();

    /// <summary>The next text message; what else comes is passed over.</summary>
    /// <exception cref="SpeechEngineException">The service went away.</exception>
    public async Task<UspMessage> ReceiveAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var (type, content) = await ReceiveWholeAsync(cancellation);
            if (type == WebSocketMessageType.Text && UspMessage.Read(content.AsSpan()) is { } message)
            {
                return message;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<(WebSocketMessageType Type, byte[] Content)> ReceiveWholeAsync(CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        var piece = new byte[Piece];
        while (content.Length < LargestMessage)
        {
            var received = await _socket.ReceiveAsync(piece, cancellation).AsGuarded();
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw AzureRefusal.OfClose((int)(_socket.CloseStatus ?? 0), _socket.CloseStatusDescription);
            }

            content.Write(piece, 0, received.Count);
            if (received.EndOfMessage)
            {
                return (received.MessageType, content.ToArray());
            }
        }

        throw AzureRefusal.Unintelligible();
    }

    private static SpeechEngineException Refusal(Exception failure, ClientWebSocket socket, Uri address, TimeSpan patience) => failure switch
    {
        SpeechEngineException known => known,
        OperationCanceledException => AzureRefusal.Silent(patience),
        _ when (int)socket.HttpStatusCode >= 400 => AzureRefusal.Of(socket.HttpStatusCode, RetryAfter(socket)),
        _ => AzureRefusal.Unreachable(address, failure.InnerException is HttpRequestException { HttpRequestError: var why } ? why.ToString() : "no WebSocket there"),
    };

    private static TimeSpan? RetryAfter(ClientWebSocket socket) =>
        socket.HttpResponseHeaders?.TryGetValue("Retry-After", out var values) == true
        && int.TryParse(values.FirstOrDefault(), out var seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
