using Helm.Operations.Issues;
using Helm.Operations.Remediation.Plans;

namespace Helm.Operations.Remediation.Proposals;

/// <summary>Somebody, or Helm, wants something mended.</summary>
/// <param name="Action">restart, scale, rollback, clear_cache, increase_capacity, stop, or a remedy's own name; null or immediate for what Helm thinks right.</param>
public sealed record ProposalRequest(string? Action, PlanRequester Requester)
{
    public const string Immediate = "immediate";

    /// <summary>The issue that it is about.</summary>
    public Issue? Issue { get; init; }

    /// <summary>The exact name of a deployed resource.</summary>
    public string? Resource { get; init; }

    public string? Environment { get; init; }

    /// <summary>How many, where a number is asked for.</summary>
    public decimal? To { get; init; }

    public string? Reason { get; init; }

    public bool ByItself => Requester == PlanRequester.Automation;

    public bool IsImmediate => Action is null or Immediate;
}

/// <summary>What came of a wish.</summary>
public abstract record ProposalResult
{
    private ProposalResult()
    {
    }

    /// <summary>A plan that waits for leave.</summary>
    public sealed record Proposed(PlanRecord Record) : ProposalResult;

    /// <summary>Nothing is proposed.</summary>
    /// <param name="Options">The names to choose from, where one is missing.</param>
    public sealed record Refused(RefusalKind Kind, string Reason, IReadOnlyList<string> Options) : ProposalResult;

    internal static Refused Refuse(RefusalKind kind, string reason, params IReadOnlyList<string> options) => new(kind, reason, options);
}

/// <summary>Why nothing is proposed.</summary>
public enum RefusalKind
{
    Never,
    PowerOff,
    Frozen,
    ResourceNeeded,
    EnvironmentNeeded,
    UnknownResource,

    /// <summary>Nothing in the catalogue does this to such a thing.</summary>
    NoRemedy,

    /// <summary>The dry run shows that it cannot be done.</summary>
    Impossible,

    /// <summary>Another plan is at the same thing.</summary>
    Busy,

    /// <summary>It did not help often enough, or lately.</summary>
    Exhausted,
}
