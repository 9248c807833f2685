namespace Helm.Operations.Remediation.Plans;

/// <summary>Where a plan stands.</summary>
public enum PlanStatus
{
    /// <summary>Waits for leave.</summary>
    Pending,

    /// <summary>May be carried out, and nothing was sent yet.</summary>
    Approved,
    Running,

    /// <summary>Everything was changed; what it does is being measured.</summary>
    Verifying,

    /// <summary>It did not help, and what can be taken back is.</summary>
    Undoing,

    /// <summary>Done, and measured where there is something to measure.</summary>
    Succeeded,

    /// <summary>It could not be carried out, or did not help.</summary>
    Failed,

    /// <summary>A change was sent and its fate cannot be found out: a person has to look.</summary>
    Unknown,
    Rejected,
    Expired,

    /// <summary>Three wrong answers to its challenge.</summary>
    Burned,

    /// <summary>A newer proposal stands in its place.</summary>
    Replaced,
}
