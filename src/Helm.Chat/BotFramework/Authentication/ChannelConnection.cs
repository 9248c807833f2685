using System.Net;
using System.Net.Sockets;

namespace Helm.Chat.BotFramework.Authentication;

/// <summary>
/// Opens connections to channels: a name of this machine leads to this machine only, and any other name to the public
/// network only, whatever it resolves to. Redirects are not followed and no proxy is asked.
/// </summary>
internal static class ChannelConnection
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
        SocketException? refused = null;
        foreach (var candidate in await CandidatesAsync(target.Host, cancellation))
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

        throw refused ?? (Exception)new HttpRequestException($"{target.Host} leads to no address that answers may go to");
    }

    private static async Task<IPAddress[]> CandidatesAsync(string host, CancellationToken cancellation) => host switch
    {
        "localhost" => [IPAddress.Loopback, IPAddress.IPv6Loopback],
        _ when IPAddress.TryParse(host, out var address) => IPAddress.IsLoopback(address) ? [address] : [],
        _ => [.. (await Dns.GetHostAddressesAsync(host, cancellation)).Where(PublicAddress.Is)],
    };
}
