using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Remediation;

namespace Helm.Operations.Reviews;

/// <summary>What was changed in a span of time: deployments, mends, and what investigations found out about releases and settings.</summary>
public sealed class Happenings(IDeploymentReader deployments, IRemediation remediation)
{
    private const int MostPlans = 200;

    /// <summary>In the order of time, each thing once.</summary>
    public async Task<IReadOnlyList<Happening>> ChangesAsync(
        string? environment, DateTimeOffset from, DateTimeOffset to, IEnumerable<Issue> issues, CancellationToken cancellation)
    {
        var registered = (await deployments.ListAsync(cancellation)).Where(one => environment is null || one.Environment == environment)
            .Select(one => new Happening(one.DeployedAt, $"deployment {one.Id} of {string.Join(", ", one.Resources.Select(resource => resource.Name))}"));
        var mends = (await remediation.ListAsync(new() { Top = MostPlans }, cancellation))
            .Where(record => record.EffectiveAt is not null && (environment is null || record.Plan.Environment == environment))
            .Select(record => new Happening(record.EffectiveAt!.Value, $"{record.Plan.Id}: {string.Join("; ", record.Plan.Actions.Select(action => action.Effect))}"));
        var found = issues.SelectMany(issue => issue.Timeline).Where(entry => IsChange(entry.Event)).Select(entry => new Happening(entry.Timestamp, entry.Event));
        return [.. registered.Concat(mends).Concat(found).Where(one => one.At >= from && one.At <= to).DistinctBy(one => one.What).OrderBy(one => one.At)];
    }

    /// <summary>As investigations word what somebody did: "checkout: version 42 of checkout was released".</summary>
    private static bool IsChange(string text) =>
        text.Contains(" was released", StringComparison.Ordinal) || text.Contains(" was updated", StringComparison.Ordinal)
        || text.Contains(" was deployed", StringComparison.Ordinal) || text.Contains(" was changed", StringComparison.Ordinal);
}

/// <summary>Something that somebody did.</summary>
public sealed record Happening(DateTimeOffset At, string What);
