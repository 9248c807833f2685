using System.Net;
using System.Net.Sockets;
using Helm.Chat.Turns;
using Helm.Host.Voice;
using Microsoft.Extensions.Options;

namespace Helm.Host.Satellites;

/// <summary>Calls the satellites that wait to be called, as most small boards do, and calls again when one has gone.</summary>
internal sealed partial class SatelliteCalls(
    SatelliteTable satellites, SatelliteReception reception, IOptions<VoiceOptions> options, TimeProvider time, ILogger<SatelliteCalls> log)
    : BackgroundLoop
{
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    protected override Task RunAsync(CancellationToken stopping) => Task.WhenAll(options.Value.Wyoming.Satellites
        .Where(satellite => satellite.Port is not null)
        .Select(satellite => KeepAsync(new IPEndPoint(IPAddress.Parse(satellite.Address), satellite.Port!.Value), stopping)));

    private async Task KeepAsync(IPEndPoint satellite, CancellationToken stopping)
    {
        var device = satellites.Find(satellite.Address)!;
        var isTold = false;
        try
        {
            while (true)
            {
                if (await CallAsync(satellite, stopping) is { } connection)
                {
                    isTold = false;
                    await reception.TalkAsync(connection, device, isCalled: true, stopping);
                }
                else if (!isTold)
                {
                    isTold = true;
                    LogSilent(device.Id, satellite);
                }

                await Task.Delay(BetweenCalls, time, stopping);
            }
        }
        catch (OperationCanceledException)
        {
            // Helm stops.
        }
    }

    private static async Task<TcpClient?> CallAsync(IPEndPoint satellite, CancellationToken stopping)
    {
        var connection = new TcpClient(satellite.AddressFamily) { NoDelay = true };
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        waiting.CancelAfter(Patience);
        try
        {
            await connection.ConnectAsync(satellite, waiting.Token);
            return connection;
        }
        catch (Exception silent) when (silent is SocketException or OperationCanceledException)
        {
            connection.Dispose();
            stopping.ThrowIfCancellationRequested();
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The satellite {Device} does not answer at {Endpoint}; it is called again every ten seconds")]
    private partial void LogSilent(string device, IPEndPoint endpoint);
}
