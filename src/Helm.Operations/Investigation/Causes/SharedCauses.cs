namespace Helm.Operations.Investigation.Causes;

/// <summary>What hits several components at once, none of which needs another of them, is one cause and none of theirs.</summary>
internal static class SharedCauses
{
    /// <summary>The explanations with those that are one put together, in their order.</summary>
    public static IReadOnlyList<Hypothesis> Join(IReadOnlyList<Hypothesis> standing, SignalMap map)
    {
        var joined = new List<Hypothesis>();
        foreach (var hypothesis in standing)
        {
            if (hypothesis.Rule.Together is not { } together)
            {
                joined.Add(hypothesis);
            }
            else if (joined.All(other => other.Rule != hypothesis.Rule))
            {
                joined.Add(One(together, [.. standing.Where(other => other.Rule == hypothesis.Rule && !Suffers(other, hypothesis.Rule, standing, map))], hypothesis));
            }
        }

        return joined;
    }

    private static Hypothesis One(SharedCause together, List<Hypothesis> alike, Hypothesis first) => alike.Count < 2 ? first : first with
    {
        Component = together.Component ?? first.Component,
        Cause = together.Cause.Replace("{components}", Listed([.. alike.Select(one => one.Component).Order(StringComparer.Ordinal)]), StringComparison.Ordinal),
        Alike = [.. alike.Select(one => one.Component).Order(StringComparer.Ordinal)],
        For = [.. alike.SelectMany(one => one.For).Distinct()],
    };

    /// <summary>Who needs another that has it may only pass on what that one suffers from.</summary>
    private static bool Suffers(Hypothesis one, CauseRule rule, IReadOnlyList<Hypothesis> standing, SignalMap map) =>
        standing.Any(other => other.Rule == rule && map.NeedsOf(one.Component).Contains(other.Component, StringComparer.OrdinalIgnoreCase));

    private static string Listed(string[] names) => $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
