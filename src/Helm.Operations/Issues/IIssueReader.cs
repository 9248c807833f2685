namespace Helm.Operations.Issues;

/// <summary>Reads issues; priorities are true to the minute of reading.</summary>
public interface IIssueReader
{
    /// <summary>Open issues unless the filter says otherwise, highest priority first, then oldest first.</summary>
    Task<IReadOnlyList<Issue>> ListAsync(IssueFilter filter, CancellationToken cancellation);

    Task<IssueCounts> CountAsync(IssueFilter filter, CancellationToken cancellation);

    /// <summary>Null when there is no such issue; ids are compared without regard to case.</summary>
    Task<Issue?> FindAsync(string issueId, CancellationToken cancellation);
}

/// <summary>Which issues; null is "any".</summary>
public sealed record IssueFilter
{
    public string? Environment { get; init; }

    public string? Domain { get; init; }

    public string? Severity { get; init; }

    /// <summary>The exact name of a resource.</summary>
    public string? Resource { get; init; }

    /// <summary>Null for all that are not resolved.</summary>
    public string? Status { get; init; }

    public int Top { get; init; } = 50;
}

/// <summary>How many issues match, by severity.</summary>
public sealed record IssueCounts(int Total, int Critical, int High, int Medium, int Low);
