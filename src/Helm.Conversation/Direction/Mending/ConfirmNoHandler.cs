using System.Text.Json;
using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Approvals;

namespace Helm.Conversation.Direction.Mending;

/// <summary>A no ends the plan that was asked about.</summary>
internal sealed class ConfirmNoHandler(IRemediation remediation, PlanTalk talk) : IHandler
{
    public string Intent => IntentNames.ConfirmNo;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        if (request.Command.Text(PlanSlots.PlanId) is not { } planId)
        {
            return new("confirm_no.said", new { intent = Intent, name = request.Person.Name });
        }

        var verdict = await remediation.RejectAsync(planId, request.Command.Text(PlanSlots.PlanHash), request.Person, "Rejected in the conversation.", cancellation);
        return verdict switch
        {
            { Result: ApprovalResult.Rejected, Record: { } record } => new("confirm_no.rejected", talk.AnswerOf(record)) { FocusIssue = record.Plan.IssueId },
            { Record: { } other } when request.Origin.IsButton =>
                new("confirm_no.refused", talk.AnswerOf(other) with { Reason = JsonNamingPolicy.SnakeCaseLower.ConvertName(verdict.Result.ToString()) }) { Succeeded = false },
            { Record: null } when request.Origin.IsButton => new("confirm_yes.unknown_plan", new { }) { Succeeded = false },
            _ => new("confirm_no.said", new { intent = Intent, name = request.Person.Name }),
        };
    }
}
