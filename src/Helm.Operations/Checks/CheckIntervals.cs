using Helm.Operations.Budget;
using Helm.Operations.Monitoring;
using Microsoft.Extensions.Options;

namespace Helm.Operations.Checks;

/// <summary>How far apart checks are: the deployment's own interval or the configured one, stretched when the budget asks for it.</summary>
public sealed class CheckIntervals(IApiBudget budget, IOptions<MonitoringOptions> options)
{
    public TimeSpan Lease => options.Value.ClaimLease;

    public async Task<TimeSpan> OfAsync(Deployment deployment, CancellationToken cancellation) =>
        Of(deployment, await budget.StateAsync(cancellation));

    public TimeSpan Of(Deployment deployment, BudgetState state) =>
        (deployment.Monitoring.HealthCheckInterval ?? options.Value.HealthCheckInterval) * state.SweepFactor;

    public async Task<TimeSpan> OfAlarmsAsync(CancellationToken cancellation) =>
        options.Value.AlarmInterval.Value * (await budget.StateAsync(cancellation)).SweepFactor;

    /// <summary>From this age on a report tells nothing about now.</summary>
    public TimeSpan StaleAfter(Deployment deployment, BudgetState state) =>
        Of(deployment, state) * options.Value.StaleAfterIntervals;
}
