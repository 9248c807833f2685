using System.Net;
using System.Net.Sockets;
using Helm.Host.Listening;

namespace Helm.Host.Examination;

/// <summary>Looks whether the address to listen on is free, or taken by Helm itself.</summary>
internal static class Ports
{
    public static async Task<Finding> ExamineAsync(IConfiguration configuration, CancellationToken cancellation)
    {
        var url = Address.Read(configuration);
        if (IsFree(url.Port))
        {
            return new Finding("address", FindingState.Well, $"{url} is free.");
        }

        return await IsHelmAsync(url, cancellation)
            ? new Finding("address", FindingState.Well, $"Helm listens on {url}.")
            : new Finding("address", FindingState.Problem, $"Another program listens on {url}.", "End it, or set Helm:Host:Url to another port.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<bool> IsHelmAsync(Uri url, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            return await http.GetStringAsync("healthz", cancellation) == "ok";
        }
        catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
