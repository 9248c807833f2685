using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Intents;
using Helm.Operations.Escalation;

namespace Helm.Conversation.Direction.Alerts;

/// <summary>Hands an issue to the developers as a work item.</summary>
internal sealed class EscalateHandler(IssueFinder finder, Escalations escalations) : IHandler, ISwitchedOff
{
    public bool IsOff => !escalations.IsOn;

    public string Intent => IntentNames.Escalate;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var (issue, instead) = await finder.FindAsync(request, cancellation);
        if (!escalations.IsOn)
        {
            return issue is null && request.Command.Text(Slots.IssueId) is not null
                ? instead!
                : new Answer("escalate.switched_off", new { issue_id = issue?.IssueId }) { Succeeded = false, FocusIssue = issue?.IssueId };
        }

        if (issue is null)
        {
            return instead!;
        }

        var permanent = request.Command.Flag("permanent");
        var after = issue.Escalation.EscalatedToFaber
            ? issue
            : await escalations.EscalateAsync(issue.IssueId, $"Asked for by {request.Person.Name}.", permanent, cancellation) ?? issue;
        var wording = (issue.Escalation.EscalatedToFaber, after.Escalation.WorkItemUrl) switch
        {
            (true, _) => "escalate.already",
            (_, { }) => "escalate.created",
            _ => "escalate.requested",
        };
        return new Answer(wording, new
        {
            issue_id = issue.IssueId,
            title = issue.Summary.Title,
            work_item_url = after.Escalation.WorkItemUrl,
            permanent,
        })
        { Issues = [issue.IssueId], FocusIssue = issue.IssueId };
    }
}
