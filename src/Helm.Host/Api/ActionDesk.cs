using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Host.Turns;
using Helm.Operations.People;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Proposals;
using Helm.Operations.Remediation.Records;
using Helm.Operations.Transactions;

namespace Helm.Host.Api;

/// <summary>Carries out action documents: what only reads is answered at once, what changes something is proposed.</summary>
internal sealed class ActionDesk(IRemediation remediation, LoggedTurns turns, IActionLog log, ITransactions transactions)
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
        await NoteAsync(request, environment, person, "read", reply.Succeeded ? "Answered." : "Could not be answered.", cancellation);
        return new(request.Action!, request.Target!, request.Environment!, reply.Succeeded ? "executed" : "failed", null, reply.Text, Logged: true);
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
            ProposalResult.Proposed { Record: var record } => ActionDocument.Of(record, request.Action!) with { Environment = request.Environment! },
            ProposalResult.Refused refused => await RefusedAsync(request, environment, person, refused, cancellation),
            _ => throw new InvalidOperationException("A wish came to nothing that is known."),
        };
    }

    /// <summary>Whoever weighs proposals logs what is refused, but not what came to no proposal at all.</summary>
    private async Task<ActionDocument> RefusedAsync(
        ActionRequest request, string environment, Person person, ProposalResult.Refused refused, CancellationToken cancellation)
    {
        if (refused.Kind is RefusalKind.PowerOff or RefusalKind.ResourceNeeded or RefusalKind.EnvironmentNeeded)
        {
            await NoteAsync(request, environment, person, "refused", refused.Reason, cancellation);
        }

        return new(request.Action!, request.Target!, request.Environment!, "failed", null, refused.Reason, Logged: true);
    }

    private Task NoteAsync(ActionRequest request, string environment, Person person, string kind, string text, CancellationToken cancellation) =>
        transactions.RunAsync(token => log.AppendAsync(new(kind, null, request.Action, request.Target, environment, person.Id, text), token), cancellation);
}
