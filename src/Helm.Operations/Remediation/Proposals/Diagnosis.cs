using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Reports;
using Helm.Operations.Issues;

namespace Helm.Operations.Remediation.Proposals;

/// <summary>Knows why before anything is proposed: who asks for a mend before the investigation has ended waits for it.</summary>
public sealed class Diagnosis(IInvestigator investigator, IIssueReader issues, TimeProvider time)
{
    private static readonly TimeSpan PersonWaits = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan AutomationWaits = TimeSpan.FromMinutes(2);

    /// <summary>The issue as it stands with what is known of its cause, or the reason why nothing is proposed for it.</summary>
    internal async Task<(Issue Issue, ProposalResult? Refused)> OfAsync(Issue issue, bool byItself, CancellationToken cancellation)
    {
        if (issue.RootCause.Identified || issue.Status == IssueStatus.Resolved)
        {
            return (issue, Incurable(issue));
        }

        try
        {
            var report = await investigator.InvestigateAsync(issue, cancellation).WaitAsync(byItself ? AutomationWaits : PersonWaits, time, cancellation);
            var known = await issues.FindAsync(issue.IssueId, cancellation) ?? issue;
            return (known, report.Verdict == Verdict.NoFault
                ? ProposalResult.Refuse(RefusalKind.NoRemedy, $"I looked into {issue.IssueId} and found no fault that a change would mend.")
                : Incurable(known));
        }
        catch (TimeoutException)
        {
            return (issue, ProposalResult.Refuse(RefusalKind.Busy, $"I am still looking for the cause of {issue.IssueId}. Ask me again in a moment."));
        }
    }

    /// <summary>Where the cause is known and nothing quick cures it, to treat the symptom would only delay who can.</summary>
    private static ProposalResult.Refused? Incurable(Issue issue)
    {
        if (issue is not { RootCause: { Identified: true, Cause: { } cause }, Remediation.ImmediateActions.Count: 0 })
        {
            return null;
        }

        var forGood = issue.Remediation.PermanentFix is { } fix ? $" What would mend it for good: {fix.Description}." : "";
        return ProposalResult.Refuse(RefusalKind.NoRemedy, $"The cause is known: {cause}. Nothing quick that I can do would mend that.{forGood} Escalate it.");
    }
}
