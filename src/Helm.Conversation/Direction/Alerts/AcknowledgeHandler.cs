using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Intents;
using Helm.Operations.Alerts;
using Microsoft.Extensions.Options;

namespace Helm.Conversation.Direction.Alerts;

/// <summary>Somebody takes an issue on: quiet until it is over.</summary>
internal sealed class AcknowledgeHandler(IssueFinder finder, Quiet quiet, IOptions<AlertingOptions> options) : IHandler
{
    public string Intent => IntentNames.Acknowledge;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var (issue, instead) = await finder.FindAsync(request, cancellation);
        if (issue is null || await quiet.AcknowledgeAsync(issue.IssueId, request.Person.Name, cancellation) is not { } taken)
        {
            return instead!;
        }

        var wording = taken switch
        {
            { By: null } => "acknowledge.over",
            { IsNew: true } => "acknowledge.taken",
            _ => "acknowledge.taken_before",
        };
        return new Answer(wording, new
        {
            issue_id = issue.IssueId,
            title = issue.Summary.Title,
            by = taken.By,
            alerting = options.Value.Enabled,
        })
        { Issues = [issue.IssueId], FocusIssue = issue.IssueId };
    }
}
