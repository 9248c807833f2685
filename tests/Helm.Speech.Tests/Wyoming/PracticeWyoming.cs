using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Helm.Speech.Wyoming;

namespace Helm.Speech.Tests.Wyoming;

/// <summary>A Wyoming server on loopback that follows a written exchange with each connection.</summary>
internal sealed class PracticeWyoming : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<WyomingPeer, Task> _exchange;
    private readonly Task _serving;

    public PracticeWyoming(Func<WyomingPeer, Task> exchange)
    {
        _exchange = exchange;
        _listener.Start();
        Address = $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>What did not go as it is written down.</summary>
    public ConcurrentQueue<Exception> Failures { get; } = new();

    /// <param name="patience">In seconds. A machine that is busy with other tests is slow; what never comes is waited for less.</param>
    public WyomingTalk Talk(string stage, string? name = null, double patience = 60) =>
        new(stage, new WyomingServerOptions { Address = Address, Name = name }, TimeSpan.FromSeconds(patience), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        Assert.Empty(Failures);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = FollowAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task FollowAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                await _exchange(new WyomingPeer(connection.GetStream()));
            }
            catch (Exception failure) when (failure is not IOException)
            {
                Failures.Enqueue(failure);
            }
            catch (IOException)
            {
                // The other end went, as it may.
            }
        }
    }
}
