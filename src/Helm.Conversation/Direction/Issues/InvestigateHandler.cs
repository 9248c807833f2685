using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Operations.Issues;

namespace Helm.Conversation.Direction.Issues;

/// <summary>Tells what is measured and known of an issue, and says so when no cause has been established.</summary>
internal sealed class InvestigateHandler(IssueFinder finder, TimeProvider time) : IHandler
{
    public string Intent => IntentNames.Investigate;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var (issue, instead) = await finder.FindAsync(request, cancellation);

        return issue is null ? instead! : Told(issue, request.Command.Flag("details"));
    }

    private Answer Told(Issue issue, bool details) =>
        new(issue.RootCause.Identified ? "investigate.cause_known" : "investigate.cause_unknown", IssueAnswer.Of(issue, details, time.GetUtcNow()))
        {
            Issues = [issue.IssueId],
            FocusIssue = issue.IssueId,
        };
}
