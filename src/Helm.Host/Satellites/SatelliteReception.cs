using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Helm.Host.Voice;
using Helm.Speech.Wyoming;
using Microsoft.Extensions.Options;

namespace Helm.Host.Satellites;

/// <summary>Lets in who is listed, and talks with each as long as it stays.</summary>
internal sealed partial class SatelliteReception(
    SatelliteTable satellites, SatelliteParts parts, IOptions<VoiceOptions> options, ILogger<SatelliteReception> log)
{
    private const int MostStrangersNamed = 100;

    private readonly ConcurrentDictionary<Task, bool> _talks = new();
    private readonly HashSet<IPAddress> _strangers = [];

    /// <summary>Takes a connection, or ends it at once.</summary>
    public void Take(TcpClient connection, CancellationToken stopping)
    {
        var address = (connection.Client.RemoteEndPoint as IPEndPoint)?.Address;
        if (address is null || satellites.Find(address) is not { } device || _talks.Count >= options.Value.Wyoming.MostConnections)
        {
            connection.Dispose();
            TellRefused(address);
            return;
        }

        connection.NoDelay = true;
        connection.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        var talk = Task.Run(() => TalkAsync(connection, device, isCalled: false, stopping), CancellationToken.None);
        _talks[talk] = true;
        talk.ContinueWith(done => _talks.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task AllGoneAsync() => Task.WhenAll(_talks.Keys);

    /// <summary>Talks until the satellite has gone.</summary>
    /// <param name="isCalled">Helm called it, and it waits to be told to begin.</param>
    public async Task TalkAsync(TcpClient connection, Device device, bool isCalled, CancellationToken stopping)
    {
        LogConnected(device.Id);
        using (connection)
        using (var wire = new WyomingWire(connection.GetStream()))
        using (var talk = new SatelliteTalk(wire, device, parts))
        {
            await talk.RunAsync(isCalled, stopping);
        }

        LogDisconnected(device.Id);
    }

    /// <summary>Each stranger is named once: a log is no place to be flooded by one.</summary>
    private void TellRefused(IPAddress? address)
    {
        if (address is not null && _strangers.Count < MostStrangersNamed && _strangers.Add(address))
        {
            LogRefused(address, options.Value.Wyoming.MostConnections);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The satellite {Device} has connected")]
    private partial void LogConnected(string device);

    [LoggerMessage(Level = LogLevel.Information, Message = "The satellite {Device} has gone")]
    private partial void LogDisconnected(string device);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A satellite at {Address} was refused: it is not in Helm:Voice:Wyoming:Satellites, or more than {Most} are connected")]
    private partial void LogRefused(IPAddress address, int most);
}
