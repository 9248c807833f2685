namespace Helm.Operations.Issues;

/// <summary>Changes an issue for other reasons than what a check observed: a cause was found, somebody took it on, it is being mended.</summary>
public interface IIssueEditor
{
    /// <summary>
    /// Reads, edits and writes an issue in one transaction (the one it is called in, if any), and notes the change for the
    /// consumers. An edit that answers null leaves everything as it is; it must not do anything else, and sees the newest issue.
    /// </summary>
    /// <returns>The issue as it is now, and whether it was changed; null when there is none of this id.</returns>
    Task<IssueEdit?> EditAsync(string issueId, IssueChange change, Func<Issue, Issue?> edit, CancellationToken cancellation);
}

/// <summary>An issue after an edit.</summary>
public sealed record IssueEdit(Issue Issue, bool Changed);
