using System.Net;
using System.Net.Sockets;
using Helm.Host.Listening;
using Helm.Host.Voice;
using Microsoft.Extensions.Options;

namespace Helm.Host.Satellites;

/// <summary>Listens for Wyoming satellites; nothing listens unless it is configured.</summary>
internal sealed partial class SatelliteServer(SatelliteReception reception, IOptions<VoiceOptions> options, ILogger<SatelliteServer> log) : IHostedService, IDisposable
{
    private readonly SatelliteOptions _options = options.Value.Wyoming;
    private readonly CancellationTokenSource _stopping = new();
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;

    /// <summary>Null while nothing listens.</summary>
    public IPEndPoint? Endpoint => _listener?.LocalEndpoint as IPEndPoint;

    /// <exception cref="StartRefusedException">Another program listens there.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (SatelliteOptionsRules.Endpoint(_options.Listen) is { } endpoint)
        {
            _listener = Open(endpoint);
            _accepting = AcceptAsync(_listener);
            LogListening(Endpoint!, _options.Satellites.Count);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        _listener?.Stop();
        await _accepting;
        await reception.AllGoneAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _listener?.Dispose();
        _stopping.Dispose();
    }

    private static TcpListener Open(IPEndPoint endpoint)
    {
        var listener = new TcpListener(endpoint);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException taken)
        {
            listener.Dispose();
            throw new StartRefusedException(
                $"Helm cannot take satellites at {endpoint} ({taken.SocketErrorCode}). End what listens there, or set Helm:Voice:Wyoming:Listen to another address.", taken);
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                reception.Take(await listener.AcceptTcpClientAsync(_stopping.Token), _stopping.Token);
            }
            catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException gone)
            {
                // Who gave up before it was taken is nobody's loss; the next one may come.
                LogGone(gone.SocketErrorCode);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Wyoming satellites may connect at {Endpoint}; {Count} are listed")]
    private partial void LogListening(IPEndPoint endpoint, int count);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A satellite went before it was taken: {Why}")]
    private partial void LogGone(SocketError why);
}
