using Helm.Operations.Budget;
using Helm.Operations.Checks;
using Helm.Operations.Monitoring;

namespace Helm.Operations.Overviews;

/// <summary>Tells which reports still speak of now, and collects what slows or stops the watching.</summary>
internal sealed class Freshness(
    CheckIntervals intervals, IApiBudget budget, IEnumerable<INoticeSource> sources, TimeProvider time)
{
    public async Task<FreshState> ReadAsync(
        IReadOnlyList<WatchedDeployment> watched, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var state = await budget.StateAsync(cancellation);
        var notices = new List<string>();
        foreach (var source in sources)
        {
            notices.AddRange(await source.NoticesAsync(cancellation));
        }

        var judged = new List<WatchedDeployment>();
        foreach (var one in watched)
        {
            var age = now - (one.Report?.Timestamp ?? now);
            var stale = age > intervals.StaleAfter(one.Deployment, state);
            judged.Add(one with { Stale = stale });
            if (stale)
            {
                notices.Add(FormattableString.Invariant(
                    $"The deployment {one.Deployment.Id} was last checked {age.TotalMinutes:0} minutes ago; how it is now is unknown."));
            }
        }

        return new(now, judged, notices, state.LatestPass is null ? null : state);
    }
}

/// <summary>The deployments with their reports judged by age, at one moment.</summary>
internal sealed record FreshState(
    DateTimeOffset Now, IReadOnlyList<WatchedDeployment> Deployments, IReadOnlyList<string> Notices, BudgetState? Cost);

/// <summary>A deployment that is watched and its latest report, null before the first check.</summary>
internal sealed record WatchedDeployment(Deployment Deployment, HealthReport? Report, bool Stale = false);
