using Helm.Operations.People;

namespace Helm.Host.Voice;

/// <summary>Who may talk to Helm over the network; section <c>Helm:Voice</c>.</summary>
public sealed class VoiceOptions
{
    public const string Section = "Helm:Voice";

    /// <summary>Whether <c>/voice</c> and its test page are there.</summary>
    public bool Enabled { get; set; }

    /// <summary>So many may talk at once; each costs memory and, while somebody speaks, a part of a core.</summary>
    public int MostSessions { get; set; } = 8;

    /// <summary>So many of the last sentences are kept with their sound, to find out why something was misheard; 0 keeps nothing.</summary>
    public int KeepTurns { get; set; }

    /// <summary>Where they are kept, for their owner alone.</summary>
    public string TurnFolder { get; set; } = ".helm/turns";

    public IList<DeviceOptions> Devices { get; init; } = [];

    /// <summary>Wyoming satellites.</summary>
    public SatelliteOptions Wyoming { get; set; } = new();

    public AnnouncementOptions Announcements { get; set; } = new();
}

/// <summary>An audio door: a microphone somewhere, that belongs to somebody.</summary>
public sealed class DeviceOptions
{
    /// <summary>Letters, digits and hyphens: <c>kitchen</c>.</summary>
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Who answers for it, as in <c>Helm:People</c>: what is approved here is recorded as theirs, by voice.</summary>
    public string Owner { get; set; } = "";

    /// <summary>What may be asked for by it, whoever speaks.</summary>
    public Role Role { get; set; } = Role.Viewer;

    /// <summary>Its secret, by reference: <c>env:NAME</c> or <c>file:PATH</c>.</summary>
    public string Token { get; set; } = "";
}

/// <summary>When Helm may speak first.</summary>
public sealed class AnnouncementOptions
{
    /// <summary>The quiet hours begin and end, in local time; equal for none.</summary>
    public TimeSpan QuietFrom { get; set; } = TimeSpan.FromHours(22);

    public TimeSpan QuietUntil { get; set; } = TimeSpan.FromHours(7);

    /// <summary>In an hour, at each device.</summary>
    public int MostAnHour { get; set; } = 6;

    /// <summary>Less urgent news are not spoken: low, medium, high or critical.</summary>
    public string LeastSeverity { get; set; } = "high";
}
