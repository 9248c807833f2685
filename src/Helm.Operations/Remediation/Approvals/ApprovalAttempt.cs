using Helm.Operations.People;
using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Remediation.Approvals;

/// <summary>Somebody says yes to a plan.</summary>
/// <param name="PlanHash">Of the plan that was shown; null approves nothing.</param>
public sealed record ApprovalAttempt(string PlanId, string? PlanHash, Person Person, ApprovalMeans Means)
{
    /// <summary>Where it was said; null outside a conversation.</summary>
    public string? Conversation { get; init; }

    /// <summary>What was said or typed of the challenge; null when nothing was.</summary>
    public string? Words { get; init; }

    /// <summary>How well it was heard; null for what was not spoken.</summary>
    public Hearing? Heard { get; init; }
}

/// <summary>How somebody says yes.</summary>
public enum ApprovalMeans
{
    /// <summary>A word in the conversation that was asked in: it binds to whoever was asked.</summary>
    Said,

    /// <summary>A button that carries plan and hash, pressed by an authenticated person.</summary>
    Button,

    /// <summary>A program or command that names plan and hash.</summary>
    Named,
}

/// <summary>What became of it.</summary>
public sealed record ApprovalVerdict(ApprovalResult Result, PlanRecord? Record = null, int Misses = 0)
{
    /// <summary>Why, where the result does not say it all.</summary>
    public string? Note { get; init; }
}

/// <summary>The results of an approval or a rejection; every one but the first two approves nothing.</summary>
public enum ApprovalResult
{
    Approved,

    /// <summary>The first of two people.</summary>
    SecondPersonNeeded,
    Rejected,
    UnknownPlan,

    /// <summary>It was decided before; an approval counts once.</summary>
    AlreadyDecided,
    Expired,

    /// <summary>The hash is not that of the plan: something else was shown.</summary>
    Changed,
    PowerOff,
    Frozen,

    /// <summary>The role does not suffice.</summary>
    NotEntitled,

    /// <summary>Another person, or another conversation, was asked.</summary>
    NotAsked,

    /// <summary>It was not heard well enough.</summary>
    NotHeard,

    /// <summary>A yes is not enough: the words are needed.</summary>
    ChallengeNeeded,
    Missed,
    Burned,

    /// <summary>The second person is the first one, or spoke.</summary>
    NotSecond,
}
