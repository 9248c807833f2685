using Helm.Operations.Remediation.Plans;
using Helm.Operations.Timers;
using Helm.Operations.Transactions;

namespace Helm.Operations.Remediation.Approvals;

/// <summary>Ends a proposal that nobody approved in time.</summary>
internal sealed class PlanExpiry(IPlanStore plans, Decisions decisions, ITransactions transactions) : ITimerHandler
{
    public string Kind => Decisions.ExpiryTimer;

    public Task HandleAsync(DueTimer timer, CancellationToken cancellation) => transactions.RunAsync(
        async token =>
        {
            if (await plans.FindAsync(timer.Payload, token) is { Status: PlanStatus.Pending } record)
            {
                await decisions.EndAsync(record, PlanStatus.Expired, null, "Nobody approved it in time; nothing was changed.", token);
            }
        },
        cancellation);
}
