using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Signals;

/// <summary>What states say that no metric does: fewer tasks run than are wanted.</summary>
internal static class FactSignals
{
    public static IEnumerable<Signal> Find(EvidenceBundle bundle, DateTimeOffset? since) =>
        from query in bundle.Queries
        from running in query.Result.Facts
        where running.Name == "running_tasks" && running.Value is not null
        let desired = query.Result.Facts.FirstOrDefault(fact => fact.Component == running.Component && fact.Name == "desired_tasks")?.Value
        where desired > running.Value
        select new Signal(
            running.Component, "tasks.down", 1, since ?? bundle.Subject.Since ?? bundle.AskedAt,
            FormattableString.Invariant($"{running.Value:0} of {desired:0} tasks of {running.Component} run"), query.Id)
        {
            Harm = true,
        };
}
