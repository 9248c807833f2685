using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Helm.Speech.Tests.Azure;

/// <summary>The server's side of the speech WebSocket protocol, written from the protocol and not from Helm's client.</summary>
internal sealed class PracticeSocket(WebSocket socket)
{
    /// <summary>Null at the end.</summary>
    public async Task<PracticeMessage?> ReceiveAsync(CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var piece = await socket.ReceiveAsync(buffer, cancellation);
            if (piece.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            content.Write(buffer, 0, piece.Count);
            if (piece.EndOfMessage)
            {
                return piece.MessageType == WebSocketMessageType.Text ? Text(content.ToArray()) : Binary(content.ToArray());
            }
        }
    }

    public Task SendAsync(string path, string request, object body, CancellationToken cancellation) => socket.SendAsync(
        Encoding.UTF8.GetBytes($"X-RequestId:{request}\r\nPath:{path}\r\nContent-Type:application/json; charset=utf-8\r\n\r\n{JsonSerializer.Serialize(body)}"),
        WebSocketMessageType.Text, true, cancellation);

    public Task SendSoundAsync(string request, string stream, ReadOnlyMemory<byte> sound, CancellationToken cancellation)
    {
        var head = Encoding.ASCII.GetBytes($"X-RequestId:{request}\r\nX-StreamId:{stream}\r\nPath:audio\r\n");
        var message = new byte[2 + head.Length + sound.Length];
        BinaryPrimitives.WriteInt16BigEndian(message, (short)head.Length);
        head.CopyTo(message, 2);
        sound.Span.CopyTo(message.AsSpan(2 + head.Length));
        return socket.SendAsync(message, WebSocketMessageType.Binary, true, cancellation);
    }

    public Task CloseAsync(int code, string reason, CancellationToken cancellation) =>
        socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, cancellation);

    private static PracticeMessage Text(byte[] content)
    {
        var parts = Encoding.UTF8.GetString(content).Split("\r\n\r\n", 2);
        return new PracticeMessage(Headers(parts[0]), parts.Length > 1 ? parts[1] : "", null);
    }

    private static PracticeMessage Binary(byte[] content)
    {
        var length = BinaryPrimitives.ReadInt16BigEndian(content);
        return new PracticeMessage(Headers(Encoding.ASCII.GetString(content, 2, length)), "", content[(2 + length)..]);
    }

    private static Dictionary<string, string> Headers(string lines) => lines.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':', 2)).ToDictionary(header => header[0].Trim(), header => header[1].Trim(), StringComparer.OrdinalIgnoreCase);
}

/// <summary>A message that a client of the practice service sent.</summary>
/// <param name="Sound">Null for a text message.</param>
internal sealed record PracticeMessage(Dictionary<string, string> Headers, string Body, byte[]? Sound)
{
    public string Path => Headers["Path"].ToLowerInvariant();

    public string Request => Headers["X-RequestId"];
}
