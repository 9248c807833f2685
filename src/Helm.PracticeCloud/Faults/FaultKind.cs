namespace Helm.PracticeCloud.Faults;

/// <summary>The ways in which the practice cloud misbehaves on request.</summary>
internal enum FaultKind
{
    Throttle,
    Error500,
    Error503,
    Reset,
    Latency,
    Partial,
    Truncated,
    Skew,
    Html,
    Denied,
}
