using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Helm.Host.Listening;

/// <summary>The one address that Helm listens on, which is on loopback.</summary>
internal static class Address
{
    private const string Remedy =
        "Set Helm:Host:Url to an address such as http://127.0.0.1:3978; from another machine use a tunnel, such as ssh -L 3978:127.0.0.1:3978.";

    /// <exception cref="StartRefusedException">The address is wider than loopback, or none at all.</exception>
    public static Uri Read(IConfiguration configuration)
    {
        if (configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            throw new StartRefusedException($"Kestrel:Endpoints is set, and would make Helm listen where nobody is checked. {Remedy}");
        }

        var text = configuration["urls"] ?? configuration[$"{ListeningOptions.Section}:Url"] ?? new ListeningOptions().Url;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp)
        {
            throw new StartRefusedException($"'{text}' is no address that Helm can listen on. {Remedy}");
        }

        return url.Host is "localhost" || (IPAddress.TryParse(url.DnsSafeHost, out var address) && IPAddress.IsLoopback(address))
            ? url
            : throw new StartRefusedException(
                $"Helm was to listen on {text}, which other machines can reach, but no authentication for them is configured. {Remedy}");
    }

    public static void ListenOn(this KestrelServerOptions server, Uri url)
    {
        if (url.Host is "localhost" && url.Port != 0)
        {
            server.ListenLocalhost(url.Port);
            return;
        }

        server.Listen(url.Host is "localhost" ? IPAddress.Loopback : IPAddress.Parse(url.DnsSafeHost), url.Port);
    }
}
