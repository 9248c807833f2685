using Helm.Domains.Cloud.Wire;
using Helm.Operations.Budget;
using Microsoft.Extensions.Logging;

namespace Helm.Domains.Cloud.Checks;

/// <summary>Books what each pass over AWS cost.</summary>
internal sealed partial class PassBook(CallStatistics statistics, IApiBudget budget, ILogger<PassBook> log)
{
    /// <summary>From here on, calls of this flow of work belong to the pass.</summary>
    public PassCalls Open() => statistics.BeginPass();

    // A pass that cannot be booked is still a pass: what was found about production matters more than its price.
    public async Task CloseAsync(PassCalls pass, CancellationToken cancellation)
    {
        ApiUse[] uses =
        [
            .. pass.Counts.Select(count =>
                new ApiUse(count.Service.ToLowerInvariant(), count.Operation, count.Calls, count.Dollars)),
        ];
        try
        {
            await budget.RecordAsync(uses, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            PassNotBooked(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What a pass over AWS cost could not be recorded")]
    private partial void PassNotBooked(Exception fault);
}
