using Helm.Operations.Changes;
using Helm.Operations.Issues;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Investigation;

/// <summary>Looks for the cause of an issue as soon as it opens, so that the alert and the first question find it.</summary>
internal sealed class AutomaticInvestigation(IInvestigator investigator, IIssueReader issues, IOptions<InvestigationOptions> options) : IIssueChangeConsumer
{
    public string Name => "investigation";

    public bool Wants(IssueChange change) =>
        options.Value.Automatic && change is IssueChange.Opened or IssueChange.Reopened or IssueChange.Worsened;

    public async Task HandleAsync(ChangedIssue change, CancellationToken cancellation)
    {
        if (options.Value.Automatic && await issues.FindAsync(change.IssueId, cancellation) is { Status: not IssueStatus.Resolved } issue)
        {
            await investigator.InvestigateAsync(issue, cancellation);
        }
    }
}
