using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>The WebSocket of a microphone: frames of silence go out all the time, of sound faster than in a room; what is told comes back.</summary>
internal sealed class VoiceLine(ClientWebSocket socket) : IAsyncDisposable
{
    private const int Haste = 3;
    private const int FrameSamples = 320;

    private readonly ConcurrentQueue<byte[]> _said = [];
    private readonly CancellationTokenSource _over = new();
    private Task _running = Task.CompletedTask;

    public Channel<JsonNode> Told { get; } = Channel.CreateUnbounded<JsonNode>();

    public static async Task<VoiceLine> OpenAsync(Uri helm, string secret)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", "Bearer " + secret);
        await socket.ConnectAsync(new UriBuilder(helm) { Scheme = "ws", Path = "/voice" }.Uri, Patience.Stop);
        var line = new VoiceLine(socket);
        line._running = Task.WhenAll(line.SendAsync(), line.ReceiveAsync());
        return line;
    }

    public void Say(short[] samples)
    {
        foreach (var frame in samples.Chunk(FrameSamples).Where(frame => frame.Length == FrameSamples))
        {
            _said.Enqueue(MemoryMarshal.AsBytes<short>(frame).ToArray());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Dispose();
        _over.Dispose();
    }

    private async Task SendAsync()
    {
        var silence = new byte[FrameSamples * sizeof(short)];
        using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await clock.WaitForNextTickAsync(_over.Token))
        {
            await SendAsync(silence);
        }
    }

    private async Task SendAsync(byte[] silence)
    {
        if (_said.IsEmpty)
        {
            await socket.SendAsync(silence, WebSocketMessageType.Binary, true, _over.Token);
        }

        for (var frame = 0; frame < Haste && _said.TryDequeue(out var said); frame++)
        {
            await socket.SendAsync(said, WebSocketMessageType.Binary, true, _over.Token);
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var piece = await socket.ReceiveAsync(buffer, _over.Token);
            if (piece.MessageType == WebSocketMessageType.Text)
            {
                Told.Writer.TryWrite(JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, piece.Count))!);
            }
        }
    }
}
