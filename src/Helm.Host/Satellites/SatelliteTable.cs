using System.Net;
using Helm.Host.People;
using Helm.Host.Voice;
using Helm.Operations.People;
using Microsoft.Extensions.Options;

namespace Helm.Host.Satellites;

/// <summary>Finds the device at an address. Without a list, which only loopback may be, it is a viewer of this machine.</summary>
internal sealed class SatelliteTable(IOptions<VoiceOptions> options, PersonTable people)
{
    private readonly Dictionary<IPAddress, SatelliteDeviceOptions> _known =
        options.Value.Wyoming.Satellites.ToDictionary(satellite => SatelliteOptionsRules.Plain(IPAddress.Parse(satellite.Address)));

    /// <summary>Null for an address that is not listed.</summary>
    public Device? Find(IPAddress address) =>
        _known.Count == 0 ? IPAddress.IsLoopback(address) ? Device.Of("satellite", Person.LocalOwner, Role.Viewer) : null
        : _known.GetValueOrDefault(SatelliteOptionsRules.Plain(address)) is { } satellite ? Device.Of(satellite.Id, people.Identify(satellite.Owner, null), satellite.Role)
        : null;
}
