using Helm.Operations.Monitoring;

namespace Helm.Operations.Registration;

/// <summary>The document of <c>helm/registry/domain-monitors.json</c>, to be serialised in snake case.</summary>
public sealed record DomainMonitorsDocument
{
    public string Version { get; init; } = "1.0.0";

    public required DateTimeOffset UpdatedAt { get; init; }

    public required IReadOnlyList<DomainMonitorEntry> Monitors { get; init; }
}

/// <summary>One domain in <see cref="DomainMonitorsDocument"/>.</summary>
public sealed record DomainMonitorEntry
{
    public required string Domain { get; init; }

    public required string Plugin { get; init; }

    public required string Version { get; init; }

    public required string Manager { get; init; }

    public required IReadOnlyList<string> Capabilities { get; init; }

    public required IReadOnlyList<string> Environments { get; init; }

    public required IReadOnlyDictionary<string, SloTarget> Slos { get; init; }

    public required IReadOnlyList<string> EscalationChannels { get; init; }

    internal static DomainMonitorEntry From(DomainRegistration registration) => new()
    {
        Domain = registration.Domain,
        Plugin = registration.Plugin,
        Version = registration.Version,
        Manager = registration.Manager,
        Capabilities = registration.Capabilities,
        Environments = registration.Environments,
        Slos = registration.Slos,
        EscalationChannels = registration.EscalationChannels,
    };
}
