namespace Helm.Operations.Issues;

/// <summary>What a finding comes to: what is remembered from now on, and how the issue stands.</summary>
/// <param name="Signal">Null when there is nothing to remember.</param>
/// <param name="Issue">Null when no issue changes. A new one has no id yet.</param>
public sealed record IssueStep(Signal? Signal, Issue? Issue, IssueChange Change)
{
    internal static IssueStep Nothing(Signal? signal) => new(signal, null, IssueChange.None);
}

/// <summary>How an issue changed; consumers such as alerting read these in order.</summary>
public enum IssueChange
{
    None,
    Opened,
    Reopened,

    /// <summary>Still in breach; new numbers.</summary>
    Updated,

    /// <summary>Still in breach, and its severity went up.</summary>
    Worsened,

    /// <summary>Healthy again, but not yet for long enough.</summary>
    Recovering,
    Resolved,

    /// <summary>Something was noted in its timeline, and nothing else changed.</summary>
    Noted,

    /// <summary>An investigation ended; whether a cause was found stands in the issue.</summary>
    Investigated,
    Acknowledged,
    Remediating,
    RemediationFailed,
    Escalated,
}
