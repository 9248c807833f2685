namespace Helm.Operations.Investigation;

/// <summary>Keeps investigations: the evidence and the report, both as they were written.</summary>
public interface IInvestigationStore
{
    Task SaveAsync(KeptInvestigation investigation, CancellationToken cancellation);

    /// <summary>By its own id, or the latest of an issue; null when there is none.</summary>
    Task<KeptInvestigation?> FindAsync(string id, CancellationToken cancellation);
}

/// <summary>An investigation that was made.</summary>
/// <param name="Id"><c>inv-</c> and the beginning of the evidence's hash, so that the same evidence is kept once.</param>
/// <param name="Bundle">The evidence as JSON.</param>
/// <param name="Report">The report as JSON; the evidence makes it again.</param>
public sealed record KeptInvestigation(string Id, string? IssueId, DateTimeOffset At, string Bundle, string Report);
