using Helm.Operations.Issues;

namespace Helm.Operations.Changes;

/// <summary>Does something about changes of issues: alerting, investigation, remediation, escalation.</summary>
/// <remarks>
/// Every consumer is told every change that it wants, in order for each issue, by one host at a time, and remembers how far
/// it has come in the database. After a crash the last one is told again: what a consumer does must be the same when done twice.
/// A change at which it throws is told again later, and with it the later ones of the same issue; after some attempts it is
/// set aside with its reason. Other issues go on meanwhile.
/// </remarks>
public interface IIssueChangeConsumer
{
    /// <summary>Never to be changed: its progress is kept under this name.</summary>
    string Name { get; }

    /// <summary>What is not wanted is passed over.</summary>
    bool Wants(IssueChange change) => true;

    Task HandleAsync(ChangedIssue change, CancellationToken cancellation);
}

/// <summary>One change of an issue.</summary>
/// <param name="Number">In the order of commits, without gaps.</param>
public sealed record ChangedIssue(long Number, string IssueId, IssueChange Change, DateTimeOffset At);
