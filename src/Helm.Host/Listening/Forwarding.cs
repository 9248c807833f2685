using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Helm.Host.Listening;

/// <summary>Believes a proxy that the operator named about who sent a request and how; nobody else.</summary>
internal static class Forwarding
{
    public static void UseForwarding(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<IOptions<ListeningOptions>>().Value.KnownProxies;
        if (proxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies.Select(Network))
        {
            options.KnownIPNetworks.Add(network!.Value);
        }

        app.UseForwardedHeaders(options);
    }

    /// <summary>A single address is a network of one; null for what is neither.</summary>
    public static System.Net.IPNetwork? Network(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : null;
}
