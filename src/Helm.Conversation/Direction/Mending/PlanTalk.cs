using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Proposals;

namespace Helm.Conversation.Direction.Mending;

/// <summary>Tells what came of a wish: the proposal with its question, what began, or why nothing is proposed.</summary>
internal sealed class PlanTalk(IRemediation remediation)
{
    public async Task<Answer> TellAsync(ProposalResult result, string? issueId, CancellationToken cancellation) => result switch
    {
        ProposalResult.Proposed { Record: { Status: PlanStatus.Pending } record } => await AskAsync("remediate.proposed", record, cancellation),
        ProposalResult.Proposed { Record: var record } => new("remediate.begun", AnswerOf(record)) { FocusIssue = record.Plan.IssueId },
        ProposalResult.Refused refused => Refused(refused, issueId),
        _ => throw new InvalidOperationException("A wish came to nothing that is known."),
    };

    /// <summary>Says something about a plan that waits, and asks again.</summary>
    public async Task<Answer> AskAsync(string wording, PlanRecord record, CancellationToken cancellation, Func<PlanAnswer, PlanAnswer>? with = null)
    {
        var challenge = await remediation.ChallengeOfAsync(record, cancellation);
        var answer = PlanAnswer.Of(record, challenge, remediation.IsProduction(record.Plan.Environment));
        return new(wording, with?.Invoke(answer) ?? answer)
        {
            FocusIssue = record.Plan.IssueId,
            Question = PlanAnswer.Ask(record, challenge),
        };
    }

    /// <summary>How a plan stands now: asked about once more while it waits, else what became of it.</summary>
    public async Task<Answer> ShowAsync(string planId, CancellationToken cancellation) => await remediation.FindAsync(planId, cancellation) switch
    {
        null => new("confirm_yes.unknown_plan", new { }) { Succeeded = false },
        { Status: PlanStatus.Pending } waiting => await AskAsync("remediate.proposed", waiting, cancellation),
        var decided => new("remediate.shown", AnswerOf(decided)) { FocusIssue = decided.Plan.IssueId },
    };

    public PlanAnswer AnswerOf(PlanRecord record) => PlanAnswer.Of(record, null, remediation.IsProduction(record.Plan.Environment));

    private static Answer Refused(ProposalResult.Refused refused, string? issueId) => refused.Kind switch
    {
        RefusalKind.EnvironmentNeeded => Refusals.Missing(Slots.Environment, refused.Options),
        RefusalKind.ResourceNeeded => Refusals.Missing(Slots.Resource, refused.Options),
        _ => new("remediate.refused", new { kind = refused.Kind, refused.Reason, issue_id = issueId, intent = IntentNames.Remediate })
        {
            Succeeded = false,
            FocusIssue = issueId,
        },
    };
}
