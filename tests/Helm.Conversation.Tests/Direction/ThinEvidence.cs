using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Reports;
using Helm.Operations.Issues;

namespace Helm.Conversation.Tests.Direction;

/// <summary>An investigator who finds too little to tell a cause.</summary>
internal sealed class ThinEvidence : IInvestigator
{
    public IReadOnlyList<string> ReadingFor(string issueId) => [];

    public Task<IncidentReport> InvestigateAsync(Issue issue, CancellationToken cancellation) => Task.FromResult(new IncidentReport
    {
        IssueId = issue.IssueId,
        Timestamp = issue.Detection.DetectedAt,
        Verdict = Verdict.CannotTell,
        Summary = "Cannot tell why",
        Category = "unknown",
        Confidence = 0.1,
        Evidence = [],
        Timeline = [],
        SuggestedRemediation = new([], []),
        Components = [],
        ContributingFactors = [],
        Hypotheses = [],
        RuledOut = [],
        NotChecked = [],
        Proposals = [],
        Findings = [],
        Queries = [],
    });
}
