using Helm.Operations.Investigation.Signals;

namespace Helm.Operations.Investigation.Causes;

/// <summary>A cause that may be it, at one component, with what speaks for it and against it.</summary>
internal sealed record Hypothesis(CauseRule Rule, string Component, double Score, double Fit, IReadOnlyList<Signal> For, IReadOnlyList<Signal> Against)
{
    /// <summary>All components that have it.</summary>
    public IReadOnlyList<string> Alike { get; init; } = [Component];

    public string Cause { get; init; } = Rule.Cause.Replace("{component}", Component, StringComparison.Ordinal);
}

/// <summary>Tries every rule at every component.</summary>
internal sealed class HypothesisFinder(CauseTable causes)
{
    private const double SupportWeight = 0.35;
    private const int MostSupports = 5;

    /// <summary>Those that hold, the likeliest first; and those that something rules out.</summary>
    public (IReadOnlyList<Hypothesis> Standing, IReadOnlyList<Hypothesis> RuledOut) Find(SignalMap map, IReadOnlyList<RankedComponent> ranking)
    {
        var tried = ranking.SelectMany(component => causes.Rules.Select(rule => Try(rule, component, ranking[0].Score, map))).OfType<Hypothesis>()
            .OrderBy(hypothesis => hypothesis.Rule.Generic).ThenByDescending(hypothesis => hypothesis.Score)
            .ThenBy(hypothesis => hypothesis.Component, StringComparer.Ordinal).ToList();
        tried.RemoveAll(hypothesis => hypothesis.Rule.Deepest && tried.Any(other => other.Rule == hypothesis.Rule && map.NeedsOf(hypothesis.Component).Contains(other.Component)));
        return ([.. tried.Where(hypothesis => hypothesis.Against.Count == 0)], [.. tried.Where(hypothesis => hypothesis.Against.Count > 0 && !hypothesis.Rule.Generic)]);
    }

    private static Hypothesis? Try(CauseRule rule, RankedComponent component, double best, SignalMap map)
    {
        if (rule.On.Count > 0 && !rule.On.Contains(map.KindOf(component.Name)))
        {
            return null;
        }

        var match = new SignalMatch(map, component.Name);
        var needs = rule.Needs.Select(match.Find).ToList();
        if (needs.Any(found => found.Count == 0))
        {
            return null;
        }

        var supports = rule.Supports.Select(match.Find).Where(found => found.Count > 0).Select(found => found[0]).DistinctBy(signal => (signal.Component, signal.Name)).ToList();
        var needed = needs.Average(found => found[0].Strength);
        var supported = supports.Take(MostSupports).Sum(signal => signal.Strength) * SupportWeight;
        var share = best > 0 ? component.Score / best : 0;
        var score = (needed + supported + rule.Weight) * (0.35 + (0.65 * share));
        var fit = Math.Min(1, (0.5 * needed) + (0.6 * supported));
        var against = rule.Excludes.SelectMany(match.Find).Distinct().ToList();
        return new(rule, component.Name, score, fit, [.. needs.SelectMany(found => found.Take(2)).Concat(supports).Distinct()], against);
    }
}
