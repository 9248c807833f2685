using Helm.Operations.Investigation.Signals;

namespace Helm.Operations.Investigation.Causes;

/// <summary>A component and how likely the fault is its own.</summary>
internal sealed record RankedComponent(string Name, double Score);

/// <summary>Whose fault it is rather than who suffers: what is unwell itself, early, changed before, named by others, and deepest.</summary>
internal static class ComponentRanking
{
    private const int Counted = 6;
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(4);

    /// <summary>The likeliest first; only components with any signal.</summary>
    public static IReadOnlyList<RankedComponent> Of(SignalMap map)
    {
        var earliest = map.Components.Select(map.TroubleSince).Min();
        return
        [
            .. map.Components.Select(name => new RankedComponent(name, Math.Round(Score(map, name, earliest), 3)))
                .Where(component => component.Score > 0)
                .OrderByDescending(component => component.Score).ThenBy(component => component.Name, StringComparer.Ordinal),
        ];
    }

    private static double Score(SignalMap map, string name, DateTimeOffset? earliest)
    {
        var own = map.Of(name).Select(signal => Weight(map, name, signal)).OrderDescending().Take(Counted).Sum();
        var named = map.All.Where(signal => signal.Mentions.Contains(name, StringComparer.OrdinalIgnoreCase)).Select(signal => 0.8 * signal.Strength).DefaultIfEmpty(0).Max();
        var unwell = map.IsUnwell(name);
        var suffering = map.CallersOf(name).Distinct().Count(map.IsUnwell);
        var score = own + named + (own > 0.3 || named > 0 ? 0.3 * Math.Min(3, suffering) : 0);
        score += unwell && map.TroubleSince(name) <= earliest + TimeSpan.FromMinutes(1) ? 0.3 : 0;
        return Explained(map, name) ? score * 0.5 : score;
    }

    private static double Weight(SignalMap map, string name, Signal signal) => signal.Strength * signal.Name switch
    {
        var change when change.StartsWith("change:", StringComparison.Ordinal) => ChangeWeight(map, name, change, signal),
        "log:bad_request" => 0.05,
        "log:timeout" or "log:slow" or "log:unreachable" or "log:stale_connection" or "log:upstream_fails" => signal.Mentions.Count > 0 ? 0.2 : 0.5,
        "log:connections_exhausted" => signal.Mentions.Count > 0 ? 0.3 : 1.1,
        "log:unknown_error" => 0.5,
        var log when log.StartsWith("log:", StringComparison.Ordinal) => signal.Mentions.Count > 0 ? 0.7 : 1.3,
        var high when high.EndsWith(".high", StringComparison.Ordinal) || high.EndsWith(".leap", StringComparison.Ordinal) => 1.5,
        "traffic.up" or "traffic.down" => 0.1,
        _ => signal.Harm ? 0.9 : 0.55,
    };

    /// <summary>A change counts where trouble followed it.</summary>
    private static double ChangeWeight(SignalMap map, string name, string change, Signal signal) =>
        change is "change:backup" or "change:other" or "change:rollback" or "change:scaling" ? 0.3
        : map.TroubleSince(name) is { } began && signal.Since <= began + TimeSpan.FromMinutes(3) ? 1.2
        : 0.1;

    /// <summary>Something that it needs was unwell no later than itself.</summary>
    private static bool Explained(SignalMap map, string name) =>
        map.TroubleSince(name) is { } since
        && map.NeedsOf(name).Any(needed => map.TroubleSince(needed) is { } before && before <= since + Later && !map.NeedsOf(needed).Contains(name));
}
