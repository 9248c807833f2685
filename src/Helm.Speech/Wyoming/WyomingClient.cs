using System.Net.Sockets;
using Helm.Speech.Engines;

namespace Helm.Speech.Wyoming;

/// <summary>A connection to a Wyoming server that works for Helm; whatever goes wrong is an engine that fails.</summary>
internal sealed class WyomingClient : IDisposable
{
    private const int LongestReason = 200;

    private readonly TcpClient _tcp;
    private readonly WyomingWire _stream;
    private readonly WyomingAddress _address;

    private WyomingClient(TcpClient tcp, WyomingAddress address) => (_tcp, _stream, _address) = (tcp, new WyomingWire(tcp.GetStream()), address);

    /// <exception cref="SpeechEngineException">Nobody answers there.</exception>
    public static async Task<WyomingClient> ConnectAsync(WyomingServerOptions server, TimeSpan patience, CancellationToken cancellation)
    {
        var address = WyomingAddress.Parse(server.Address) ?? throw new SpeechEngineException("No Wyoming server is configured (Helm:Speech:Wyoming).");
        var tcp = new TcpClient { NoDelay = true };
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(patience);
        try
        {
            await tcp.ConnectAsync(address.Host, address.Port, waiting.Token);
            return new WyomingClient(tcp, address);
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException)
        {
            tcp.Dispose();
            cancellation.ThrowIfCancellationRequested();
            var why = failure is SocketException refused ? refused.SocketErrorCode.ToString() : "no answer";
            throw new SpeechEngineException($"No Wyoming server answers at {address} ({why}). Start it, or correct its address in Helm:Speech:Wyoming.");
        }
    }

    public Task SendAsync(WyomingEvent sent, CancellationToken cancellation) => GuardedAsync(async () =>
    {
        await _stream.WriteAsync(sent, cancellation);
        return sent;
    });

    /// <exception cref="SpeechEngineException">The server went away, says an error, or something that is not the protocol.</exception>
    public Task<WyomingEvent> ReceiveAsync(CancellationToken cancellation) => GuardedAsync(async () =>
        await _stream.ReadAsync(cancellation) switch
        {
            null => throw Lost(),
            { Type: "error" } error => throw new SpeechEngineException($"The Wyoming server at {_address} says: {Plain(error.Text("text"))}"),
            var received => received,
        });

    public SpeechEngineException Silent(TimeSpan patience) =>
        new($"The Wyoming server at {_address} did not answer within {patience.TotalSeconds:0.#} seconds (Helm:Speech:Wyoming:Patience).");

    public void Dispose()
    {
        _stream.Dispose();
        _tcp.Dispose();
    }

    private async Task<WyomingEvent> GuardedAsync(Func<Task<WyomingEvent>> exchange)
    {
        try
        {
            return await exchange();
        }
        catch (InvalidWyomingException invalid)
        {
            throw new SpeechEngineException($"What answers at {_address} does not speak the Wyoming protocol: {invalid.Message}.");
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            throw Lost();
        }
    }

    private SpeechEngineException Lost() => new($"The connection to the Wyoming server at {_address} was lost. It is tried again later.");

    /// <summary>Text from elsewhere, as it may stand in a log.</summary>
    private static string Plain(string? text)
    {
        var plain = string.Concat((text ?? "nothing").Select(character => char.IsControl(character) ? ' ' : character));
        return plain.Length > LongestReason ? plain[..LongestReason] + "…" : plain;
    }
}
