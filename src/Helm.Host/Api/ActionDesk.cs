using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Host.Turns;
using Helm.Operations.People;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Proposals;

namespace Helm.Host.Api;

/// <summary>Carries out action documents: what only reads is answered at once, what changes something is proposed.</summary>
internal sealed class ActionDesk(IRemediation remediation, LoggedTurns turns)
{
    private static readonly Dictionary<string, string> Readings = new(StringComparer.Ordinal)
    {
        ["health_check"] = IntentNames.StatusQuery,
        ["logs"] = IntentNames.LogsQuery,
    };

    public Task<ActionDocument> RunAsync(ActionRequest request, string environment, Person person, CancellationToken cancellation) =>
        Readings.TryGetValue(request.Action!, out var intent)
            ? ReadAsync(request, intent, environment, person, cancellation)
            : ChangeAsync(request, environment, person, cancellation);

    private async Task<ActionDocument> ReadAsync(ActionRequest request, string intent, string environment, Person person, CancellationToken cancellation)
    {
        var command = new Command(intent, new Dictionary<string, object> { [Slots.Resource] = request.Target!, [Slots.Environment] = environment });
        var reply = await turns.RunAsync(command, person, cancellation);
        return new(request.Action!, request.Target!, request.Environment!, "executed", null, reply.Text, Logged: false);
    }

    private async Task<ActionDocument> ChangeAsync(ActionRequest request, string environment, Person person, CancellationToken cancellation)
    {
        var wish = new ProposalRequest(request.Action, new(person.Id, null))
        {
            Resource = request.Target,
            Environment = environment,
            To = request.Count,
            Reason = request.Reason,
        };
        return await remediation.ProposeAsync(wish, cancellation) switch
        {
            ProposalResult.Proposed { Record: var record } => ActionDocument.Of(record) with { Action = request.Action!, Environment = request.Environment! },
            ProposalResult.Refused refused => new(
                request.Action!, request.Target!, request.Environment!, "failed", null, refused.Reason, Logged: refused.Kind != RefusalKind.PowerOff),
            _ => throw new InvalidOperationException("A wish came to nothing that is known."),
        };
    }
}
