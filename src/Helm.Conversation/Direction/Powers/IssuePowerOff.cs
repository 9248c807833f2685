using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Operations.Issues;
using Helm.Operations.Remediation.Policy;

namespace Helm.Conversation.Direction.Powers;

/// <summary>Answers a request to act on an issue while that power is off: nothing is changed, and the issue stays as it is.</summary>
internal sealed class IssuePowerOff(string intent, IssueFinder finder) : IHandler, ISwitchedOff
{
    public string Intent => intent;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        if (request.Command.Text(Slots.Action) is { } action && ApprovalPolicy.NeverAtAll.Contains(action))
        {
            return new Answer(intent + ".never", new { action }) { Succeeded = false };
        }

        var (issue, instead) = await finder.FindAsync(request, cancellation);

        // Which of several issues is meant matters to nobody while nothing can be done; an id that does not exist is said to.
        return issue is null && request.Command.Text(Slots.IssueId) is not null ? instead! : Told(issue);
    }

    private Answer Told(Issue? issue) => new(intent + ".switched_off", new
    {
        intent,
        issue_id = issue?.IssueId,
        status = issue?.Status,
        work_item_url = issue?.Escalation.WorkItemUrl,
    })
    { Succeeded = false, FocusIssue = issue?.IssueId };
}
