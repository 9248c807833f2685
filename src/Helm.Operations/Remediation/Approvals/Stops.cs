using Helm.Operations.People;
using Helm.Operations.Remediation.Policy;
using Helm.Operations.Remediation.Records;
using Helm.Operations.Transactions;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Remediation.Approvals;

/// <summary>Pulls and lifts the switches: whoever may ask for a change may stop all; to let changes be made again takes an approver.</summary>
public sealed class Stops(ISwitchboard switches, IActionLog log, ITransactions transactions, IOptions<RemediationOptions> options, TimeProvider time)
{
    public Task<IReadOnlyList<AutomationStop>> ListAsync(CancellationToken cancellation) => switches.ListAsync(cancellation);

    public Task<bool> StopAsync(StopKind kind, Person person, DateTimeOffset? from, DateTimeOffset? until, string? reason, CancellationToken cancellation)
    {
        if (!person.Has(Role.Operator))
        {
            return Task.FromResult(false);
        }

        var stop = new AutomationStop(kind, from ?? time.GetUtcNow(), until, person.Id, reason);
        return transactions.RunAsync(
            async token =>
            {
                await switches.SetAsync(stop, token);
                await NoteAsync("stopped", person, stop.Told, token);
                return true;
            },
            cancellation);
    }

    public async Task<bool> LiftAsync(StopKind kind, Person person, CancellationToken cancellation) =>
        person.Has(options.Value.ApproverRole) && await transactions.RunAsync(
            async token =>
            {
                await switches.LiftAsync(kind, token);
                await NoteAsync("lifted", person, kind == StopKind.Freeze ? "The freeze of changes is lifted." : "Automation goes on.", token);
                return true;
            },
            cancellation);

    /// <summary>A wish that nothing came of is logged too.</summary>
    internal Task NoteRefusedAsync(string? action, string? target, string? environment, string personId, string reason, CancellationToken cancellation) =>
        transactions.RunAsync(token => log.AppendAsync(new("refused", null, action, target, environment, personId, reason), token), cancellation);

    private Task NoteAsync(string kind, Person person, string text, CancellationToken cancellation) =>
        log.AppendAsync(new(kind, null, null, null, null, person.Id, text), cancellation);
}
