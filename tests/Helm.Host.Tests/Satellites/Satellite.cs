using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Helm.Speech.Audio;
using Helm.Speech.Wyoming;

namespace Helm.Host.Tests.Satellites;

/// <summary>A satellite that connects to Helm from an address of its own.</summary>
internal sealed class Satellite : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly TcpClient _tcp;
    private readonly WyomingWire _wire;

    public Satellite(TcpClient tcp) => (_tcp, _wire) = (tcp, new WyomingWire(tcp.GetStream()));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="from">Every address of loopback is this machine's own.</param>
    public static async Task<Satellite> ConnectAsync(IPEndPoint helm, string from = "127.0.0.1")
    {
        var tcp = new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        await tcp.ConnectAsync(helm, Cancellation);
        return new Satellite(tcp);
    }

    public Task SendAsync(string type, JsonObject? data = null) => _wire.WriteAsync(WyomingEvent.Of(type, data), Cancellation);

    public Task SendAsync(byte[] bytes) => _tcp.GetStream().WriteAsync(bytes, Cancellation).AsTask();

    /// <summary>In chunks of a tenth of a second, as quickly as they are taken.</summary>
    public async Task SayAsync(IEnumerable<short> sound)
    {
        await _wire.WriteAsync(WyomingEvent.SoundBegins(), Cancellation);
        foreach (var chunk in sound.Chunk(SpeechFormat.SampleRate / 10))
        {
            await _wire.WriteAsync(WyomingEvent.Sound(chunk), Cancellation);
        }
    }

    /// <summary>Null when Helm has closed the connection.</summary>
    public async Task<WyomingEvent?> ReceiveAsync()
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        waiting.CancelAfter(Patience);
        try
        {
            return await _wire.ReadAsync(waiting.Token);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Passes over all that comes until Helm has closed the connection.</summary>
    public async Task IsGoneAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }
    }

    /// <summary>What came up to an event, and that event; whatever is not asked about is passed over.</summary>
    public async Task<WyomingEvent> AwaitAsync(string type)
    {
        var before = new List<string>();
        while (await ReceiveAsync() is { } received)
        {
            if (received.Type == type)
            {
                return received;
            }

            before.Add($"{received.Type} {received.Data.ToJsonString()}");
            Assert.False(received.Type == "error", string.Join(Environment.NewLine, before));
        }

        Assert.Fail($"{type} was awaited, and Helm closed the connection.");
        return null!;
    }

    /// <summary>The sound up to its end, and the events in between.</summary>
    public async Task<(int Samples, List<string> Events)> HearToTheEndAsync()
    {
        var (samples, events) = (0, new List<string>());
        while (await ReceiveAsync() is { Type: not "audio-stop" } received)
        {
            samples += received.Type == "audio-chunk" ? received.Payload.Length / sizeof(short) : 0;
            if (received.Type != "audio-chunk")
            {
                events.Add(received.Type);
            }
        }

        return (samples, events);
    }

    public void Dispose()
    {
        _wire.Dispose();
        _tcp.Dispose();
    }
}
