using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.Investigation;
using Helm.Operations.Investigation.Reports;
using Helm.Operations.Issues;

namespace Helm.Conversation.Direction.Issues;

/// <summary>Finds out why, and says how sure that is, what was ruled out and what could not be checked.</summary>
internal sealed class InvestigateHandler(IssueFinder finder, IIssueReader issues, IInvestigator investigator, Abilities abilities, TimeProvider time) : IHandler
{
    /// <summary>People wait so long for an answer; the work goes on, and who asks again finds it done.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1800);

    private const string Working = "investigate.working";

    public string Intent => IntentNames.Investigate;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var (issue, instead) = await finder.FindAsync(request, cancellation);
        return issue is null ? instead! : await ToldAsync(issue, request.Command.Flag("details"), cancellation);
    }

    private async Task<Answer> ToldAsync(Issue issue, bool details, CancellationToken cancellation)
    {
        var report = issue.Status == IssueStatus.Resolved ? null : await ReportAsync(issue, cancellation);
        var current = report is null ? issue : await issues.FindAsync(issue.IssueId, cancellation) ?? issue;
        var facts = IssueAnswer.Of(current, details, time.GetUtcNow());
        var proposes = report is { Proposals.Count: > 0 } && abilities.Can(IntentNames.Remediate);
        var wording = Wording(issue, current, report);
        return new Answer(wording, facts with
        {
            Investigation = report is null ? null : Findings.Of(report, proposes),
            Reading = wording == Working ? investigator.ReadingFor(issue.IssueId) : null,
        })
        {
            Issues = [issue.IssueId],
            FocusIssue = issue.IssueId,
            Question = proposes ? new("offer", [IntentNames.Remediate]) : null,
        };
    }

    private async Task<IncidentReport?> ReportAsync(Issue issue, CancellationToken cancellation)
    {
        try
        {
            return await investigator.InvestigateAsync(issue, cancellation).WaitAsync(Patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private static string Wording(Issue asked, Issue current, IncidentReport? report) => report switch
    {
        null when asked.Status != IssueStatus.Resolved && !current.RootCause.Identified => Working,
        { Verdict: Verdict.Fault } => "investigate.cause_found",
        { Verdict: Verdict.NoFault } => "investigate.no_fault",
        _ when current.RootCause.Identified => "investigate.cause_known",
        _ => "investigate.cause_unknown",
    };
}
