using Helm.Operations.Investigation.Reports;
using Helm.Operations.Issues;

namespace Helm.Operations.Investigation;

/// <summary>Finds out why an issue is there.</summary>
public interface IInvestigator
{
    /// <summary>Made now, or a moment ago; it goes on when the asker leaves.</summary>
    Task<IncidentReport> InvestigateAsync(Issue issue, CancellationToken cancellation);

    /// <summary>The resources whose logs and changes are read just now, for who waits; empty while all metrics are looked at first, and when nothing is looked into.</summary>
    IReadOnlyList<string> ReadingFor(string issueId);
}
