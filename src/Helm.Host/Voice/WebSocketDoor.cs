using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading.Channels;
using Helm.Speech.Audio;
using Helm.Speech.Sessions;

namespace Helm.Host.Voice;

/// <summary>A browser or a program at the other end of a WebSocket: PCM as binary messages, everything else as JSON.</summary>
internal sealed class WebSocketDoor(WebSocket socket, Action<string> command) : IVoiceDoor
{
    private const int FrameBytes = SpeechFormat.FrameSamples * sizeof(short);
    private const int LargestMessage = 64 * 1024;

    // Somebody who does not read for half a minute has gone.
    private const int MostWaiting = 2_000;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly Channel<(WebSocketMessageType Type, byte[] Content)> _outgoing =
        Channel.CreateBounded<(WebSocketMessageType Type, byte[] Content)>(MostWaiting);

    /// <summary>Tells an event; the names are those of <c>docs/voice.md</c>.</summary>
    public void Tell(object happened) => Send(WebSocketMessageType.Text, JsonSerializer.SerializeToUtf8Bytes(happened, Json));

    public void Play(ReadOnlySpan<short> frame) => Send(WebSocketMessageType.Binary, MemoryMarshal.AsBytes(frame).ToArray());

    public void Hush() => Tell(new { type = "hush" });

    public async IAsyncEnumerable<short[]> FramesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LargestMessage);
        var pending = new List<byte>(2 * FrameBytes);
        try
        {
            while (await ReceiveAsync(buffer, cancellation) is { } message)
            {
                if (message.Type == WebSocketMessageType.Text)
                {
                    command(Command(buffer.AsSpan(0, message.Length)));
                    continue;
                }

                pending.AddRange(buffer.AsSpan(0, message.Length));
                var at = 0;
                for (; pending.Count - at >= FrameBytes; at += FrameBytes)
                {
                    yield return MemoryMarshal.Cast<byte, short>(CollectionsMarshal.AsSpan(pending).Slice(at, FrameBytes)).ToArray();
                }

                pending.RemoveRange(0, at);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Sends what was told and played, in that order, until the door is closed.</summary>
    public async Task SendAllAsync(CancellationToken cancellation)
    {
        await foreach (var (type, content) in _outgoing.Reader.ReadAllAsync(cancellation))
        {
            await socket.SendAsync(content, type, endOfMessage: true, cancellation);
        }
    }

    /// <summary>Nothing more will be told.</summary>
    public void Close() => _outgoing.Writer.TryComplete();

    private void Send(WebSocketMessageType type, byte[] content)
    {
        if (!_outgoing.Writer.TryWrite((type, content)))
        {
            socket.Abort();
        }
    }

    /// <summary>Null at the end; a message may come in pieces.</summary>
    private async Task<(WebSocketMessageType Type, int Length)?> ReceiveAsync(byte[] buffer, CancellationToken cancellation)
    {
        var length = 0;
        try
        {
            while (length < LargestMessage)
            {
                var piece = await socket.ReceiveAsync(buffer.AsMemory(length, LargestMessage - length), cancellation);
                length += piece.Count;
                if (piece.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                if (piece.EndOfMessage)
                {
                    return (piece.MessageType, length);
                }
            }
        }
        catch (WebSocketException)
        {
            // The other end is gone.
            return null;
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, $"At most {LargestMessage} bytes in a message.", cancellation);
        return null;
    }

    private static string Command(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            return JsonElement.ParseValue(ref reader) is { ValueKind: JsonValueKind.Object } element
                && element.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
                    ? type.GetString()!
                    : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
