using Helm.Operations.People;

namespace Helm.Host.Voice;

/// <summary>Helm as a Wyoming server; section <c>Helm:Voice:Wyoming</c>.</summary>
public sealed class SatelliteOptions
{
    /// <summary><c>127.0.0.1:10700</c>, or an address of the network together with a list of satellites; nothing listens when it is empty.</summary>
    public string? Listen { get; set; }

    /// <summary>So many may be connected at once.</summary>
    public int MostConnections { get; set; } = 16;

    /// <summary>Who may connect. The protocol knows no secrets: an address is all that tells one from another.</summary>
    public IList<SatelliteDeviceOptions> Satellites { get; init; } = [];
}

/// <summary>A satellite: a microphone and a loudspeaker at an address of the network, that belongs to somebody.</summary>
public sealed class SatelliteDeviceOptions
{
    /// <summary>Its IP address.</summary>
    public string Address { get; set; } = "";

    /// <summary>Where it waits to be called, as wyoming-satellite does at 10700; empty when it calls Helm.</summary>
    public int? Port { get; set; }

    /// <summary>Letters, digits and hyphens: <c>kitchen</c>.</summary>
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Who answers for it, as in <c>Helm:People</c>: what is approved here is recorded as theirs, by voice.</summary>
    public string Owner { get; set; } = "";

    /// <summary>What may be asked for by it, whoever speaks.</summary>
    public Role Role { get; set; } = Role.Viewer;
}
