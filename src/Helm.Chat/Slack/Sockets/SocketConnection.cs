using System.Net.WebSockets;
using System.Text.Json;

namespace Helm.Chat.Slack.Sockets;

/// <summary>One socket to Slack: reads envelopes, and answers each before the next.</summary>
internal sealed class SocketConnection(Func<SlackEnvelope, CancellationToken, Task<Acknowledgement?>> acknowledge) : IDisposable
{
    private const int LargestMessage = 1024 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly TaskCompletionSource<string> _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the reason when Slack asks for a new socket, or this one broke.</summary>
    public Task<string> Leaving => _leaving.Task;

    public async Task OpenAsync(Uri address, CancellationToken cancellation)
    {
        _socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(20);
        _socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
        await _socket.ConnectAsync(address, cancellation);
    }

    /// <summary>Goes on after Slack said that it will close: what it still sends is still answered.</summary>
    public async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            while (await NextAsync(cancellation) is { } message)
            {
                await HandleAsync(SlackJson.Parse(message), cancellation);
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Ends like a socket that was closed.
        }
        finally
        {
            _leaving.TrySetResult("closed");
        }
    }

    public async Task CloseAsync(CancellationToken cancellation)
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task HandleAsync(JsonElement? message, CancellationToken cancellation)
    {
        var type = message.Text("type");
        if (type == "disconnect")
        {
            _leaving.TrySetResult(message.Text("reason") ?? "disconnect");
        }
        else if (type is not null && message.Text("envelope_id") is { } id
            && await acknowledge(new(type, message.At("payload")), cancellation) is { } answer)
        {
            var reply = JsonSerializer.SerializeToUtf8Bytes(new { envelope_id = id, payload = answer.Body }, SlackJson.Options);
            await _socket.SendAsync(reply, WebSocketMessageType.Text, true, cancellation);
        }
    }

    /// <summary>Null when the other side closed, or sent what is larger than any message of Slack.</summary>
    private async Task<byte[]?> NextAsync(CancellationToken cancellation)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, cancellation);
            if (part.MessageType == WebSocketMessageType.Close || message.Length + part.Count > LargestMessage)
            {
                return null;
            }

            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return message.ToArray();
            }
        }
    }
}
