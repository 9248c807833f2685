using System.Net;
using Helm.Operations.Settings;

namespace Helm.Host.Voice;

/// <summary>Where other machines may connect, it is listed which; each satellite has an address, a name of its own and an owner.</summary>
internal static class SatelliteOptionsRules
{
    public static void Check(Requirements requirements, SatelliteOptions options, HashSet<string> ids, Func<string, bool> isId)
    {
        var addresses = new HashSet<IPAddress>();
        for (var index = 0; index < options.Satellites.Count; index++)
        {
            var (satellite, key) = (options.Satellites[index], $"Wyoming:Satellites:{index}");
            requirements
                .Require(IPAddress.TryParse(satellite.Address, out var address) && addresses.Add(Plain(address)), $"{key}:Address", satellite.Address, "an IP address that no other satellite has")
                .Require(satellite.Port is null or (> 0 and <= IPEndPoint.MaxPort), $"{key}:Port", satellite.Port, "1 to 65535, or nothing")
                .Require(isId(satellite.Id) && ids.Add(satellite.Id), $"{key}:Id", satellite.Id, "letters, digits and hyphens that no other device has")
                .Require(satellite.Owner.Contains(':', StringComparison.Ordinal), $"{key}:Owner", satellite.Owner, "a person's id with its door, such as api:alice");
        }

        var endpoint = Endpoint(options.Listen);
        requirements
            .Require(string.IsNullOrEmpty(options.Listen) || endpoint is not null, "Wyoming:Listen", options.Listen, "an address and port such as 127.0.0.1:10700")
            .Require(
                endpoint is null || IPAddress.IsLoopback(endpoint.Address) || options.Satellites.Count > 0,
                "Wyoming:Listen", options.Listen, "loopback such as 127.0.0.1:10700, or a list of satellites in Wyoming:Satellites: the protocol has no authentication")
            .Require(options.MostConnections is >= 1 and <= 256, "Wyoming:MostConnections", options.MostConnections, "1 to 256");
    }

    /// <summary>Null for what is no address with a port.</summary>
    public static IPEndPoint? Endpoint(string? listen) =>
        listen?.Contains(':', StringComparison.Ordinal) == true && IPEndPoint.TryParse(listen, out var endpoint) ? endpoint : null;

    /// <summary>An IPv4 address is the same however it is written.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
