using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Issues;
using Helm.Conversation.Direction.Powers;
using Helm.Conversation.Intents;
using Helm.Operations.Issues;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Proposals;

namespace Helm.Conversation.Direction.Mending;

/// <summary>Proposes a mend and asks for leave; what needs nobody's leave begins at once. While the power is off it says so.</summary>
internal sealed class RemediateHandler(IRemediation remediation, IssueFinder finder, SwitchTalk switches, PlanTalk talk) : IHandler, ISwitchedOff
{
    private const string Undo = "undo";
    private const string Rollback = "rollback";

    private readonly IssuePowerOff _off = new(IntentNames.Remediate, finder);

    public string Intent => IntentNames.Remediate;

    public bool IsOff => !remediation.IsOn;

    public async Task<Answer> HandleAsync(CommandRequest request, CancellationToken cancellation)
    {
        var action = request.Command.Text(Slots.Action);
        if (IsOff)
        {
            return await _off.HandleAsync(request, cancellation);
        }

        return action switch
        {
            null when request.Command.Text(PlanSlots.PlanId) is { } plan => await talk.ShowAsync(plan, cancellation),
            not null when SwitchTalk.Knows(action) => await switches.TurnAsync(action, request, cancellation),
            not null when remediation.IsNever(action) => await NeverAsync(action, request, cancellation),
            Undo => await UndoAsync(request, cancellation),
            Rollback when await IsAboutMineAsync(request, cancellation) => await UndoAsync(request, cancellation),
            _ => await ProposeAsync(action, request, cancellation),
        };
    }

    private async Task<Answer> ProposeAsync(string? action, CommandRequest request, CancellationToken cancellation)
    {
        var command = request.Command;
        var resource = command.Text(Slots.Resource);
        Issue? issue = null;
        if (resource is null || action is null or ProposalRequest.Immediate)
        {
            (issue, var instead) = await finder.FindAsync(request, cancellation);
            if (issue is null)
            {
                return instead!;
            }
        }

        var wish = new ProposalRequest(action, RequesterOf(request))
        {
            Issue = issue,
            Resource = resource ?? issue?.Resource.Name,
            Environment = command.Text(Slots.Environment) ?? issue?.Environment,
            To = command.Entities.GetValueOrDefault(Slots.Count) switch { int whole => whole, decimal number => number, _ => null },
            Reason = issue?.Summary.Title,
        };
        return await talk.TellAsync(await remediation.ProposeAsync(wish, cancellation), issue?.IssueId, cancellation);
    }

    private async Task<Answer> UndoAsync(CommandRequest request, CancellationToken cancellation)
    {
        Issue? issue = null;
        if (request.Command.Text(Slots.IssueId) is not null)
        {
            (issue, var instead) = await finder.FindAsync(request, cancellation);
            if (issue is null)
            {
                return instead!;
            }
        }

        var wish = new ProposalRequest(Undo, RequesterOf(request)) { Issue = issue, Reason = "Undo" };
        return await talk.TellAsync(await remediation.ProposeUndoAsync(wish, cancellation), issue?.IssueId, cancellation);
    }

    /// <summary>"Undo that", after a mend in this conversation, means the mend and not a deployment.</summary>
    private async Task<bool> IsAboutMineAsync(CommandRequest request, CancellationToken cancellation) =>
        !request.Command.Entities.ContainsKey(Slots.Resource) && request.Origin.Conversation is { } conversation
        && await remediation.ListAsync(new() { Conversation = conversation, Top = 1 }, cancellation) is [{ Status: PlanStatus.Succeeded }];

    /// <summary>Refused whoever asks; what can be done instead is a work item.</summary>
    private async Task<Answer> NeverAsync(string action, CommandRequest request, CancellationToken cancellation)
    {
        var (issue, _) = await finder.FindAsync(request, cancellation);
        return new("remediate.never", new { action }) { Succeeded = false, FocusIssue = issue?.IssueId };
    }

    private static PlanRequester RequesterOf(CommandRequest request) => new(request.Person.Id, request.Origin.Conversation);
}
