using System.Net;
using System.Net.Sockets;

namespace Helm.Chat.BotFramework;

/// <summary>Opens connections to this machine only, whatever a name resolves to.</summary>
internal static class LoopbackConnection
{
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, cancellation) => await ConnectAsync(context.DnsEndPoint, cancellation),
    };

    private static async Task<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellation)
    {
        IPAddress[] candidates = target.Host is "localhost"
            ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
            : [IPAddress.Parse(target.Host)];
        if (!candidates.All(IPAddress.IsLoopback))
        {
            throw new HttpRequestException($"{target.Host} is not on this machine");
        }

        SocketException? refused = null;
        foreach (var candidate in candidates)
        {
            var socket = new Socket(candidate.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(candidate, target.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException problem)
            {
                socket.Dispose();
                refused = problem;
            }
        }

        throw refused!;
    }
}
