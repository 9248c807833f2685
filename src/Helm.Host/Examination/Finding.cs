namespace Helm.Host.Examination;

/// <summary>One thing that was looked at.</summary>
/// <param name="Remedy">What to do; null when there is nothing to do.</param>
public sealed record Finding(string What, FindingState State, string Detail, string? Remedy = null);

/// <summary>How something that was looked at is.</summary>
public enum FindingState
{
    Well,

    /// <summary>Not there or not switched on, and Helm works without it.</summary>
    Off,
    Problem,
}
