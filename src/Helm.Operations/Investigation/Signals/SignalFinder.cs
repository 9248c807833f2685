using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Signals;

/// <summary>Turns a bundle into signals.</summary>
internal sealed class SignalFinder(SignalTable table)
{
    /// <summary>A change explains what began up to so long after it.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(60);

    public IReadOnlyList<Signal> Find(EvidenceBundle bundle)
    {
        var metrics = new MetricSignals(table, bundle).Find().ToList();
        metrics.AddRange(FactSignals.Find(bundle, Onset(bundle, metrics)));
        var onset = Onset(bundle, metrics);
        var logs = new LogSignals(table, bundle, onset - TimeSpan.FromMinutes(2)).Find().ToList();
        var first = metrics.Concat(logs).Where(signal => signal.Harm).Select(signal => (DateTimeOffset?)signal.Since).Min() ?? onset;
        return [.. metrics, .. logs, .. Changes(bundle, first)];
    }

    /// <summary>Something is throttled with its usual calls: then somebody else may have taken what they share.</summary>
    public bool SharesAreTaken(EvidenceBundle bundle) =>
        Find(bundle).GroupBy(signal => signal.Component, signal => signal.Name)
            .Any(component => component.Contains("throttles.up") && !component.Contains("traffic.up"));

    /// <summary>When things began to go wrong: the first harm that the metrics show, else what the alert says.</summary>
    private static DateTimeOffset? Onset(EvidenceBundle bundle, List<Signal> metrics) =>
        metrics.Where(signal => signal.Harm).Select(signal => (DateTimeOffset?)signal.Since).Min()
        ?? metrics.Where(signal => signal.Name.EndsWith(".high", StringComparison.Ordinal)).Select(signal => (DateTimeOffset?)signal.Since).Min()
        ?? bundle.Subject.Since;

    private IEnumerable<Signal> Changes(EvidenceBundle bundle, DateTimeOffset? onset) =>
        from query in bundle.Queries
        from change in query.Result.Changes
        let began = onset ?? bundle.AskedAt
        let lead = began - change.Time
        where lead >= TimeSpan.FromMinutes(-3) && lead <= Aftermath
        select new Signal(
            change.Component, $"change:{table.ChangeOf(change.Kind, change.Text)}",
            Math.Round(1 - (0.6 * Math.Clamp(lead / Aftermath, 0, 1)), 3), change.Time,
            $"{(change.Component.Length > 0 ? change.Component + ": " : "")}{(change.Text.Length > 0 ? change.Text : change.Kind)}", query.Id);
}
