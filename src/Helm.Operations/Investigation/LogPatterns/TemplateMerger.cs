namespace Helm.Operations.Investigation.LogPatterns;

/// <summary>Merges patterns into templates: patterns of as many tokens, differing where a value may stand.</summary>
internal static class TemplateMerger
{
    public static LogTemplate[] Merge(IReadOnlyList<string> patterns)
    {
        var tokens = new TokenTable();
        var groups = new List<PatternGroup>(patterns.Count);
        for (var at = 0; at < patterns.Count; at++)
        {
            groups.Add(new([.. patterns[at].Split(' ').Select(tokens.NumberOf)], [at]));
        }

        var templates = new LogTemplate[patterns.Count];
        foreach (var bucket in groups.GroupBy(group => group.Tokens.Length))
        {
            foreach (var merged in new MergeBucket([.. bucket], tokens).Run())
            {
                var template = new LogTemplate(merged.Members[0], Text(merged, tokens));
                merged.Members.ForEach(member => templates[member] = template);
            }
        }

        return templates;
    }

    private static string Text(PatternGroup group, TokenTable tokens) =>
        string.Join(' ', group.Tokens.Select(tokens.TextOf)).Replace(LineMask.Sign.ToString(), "<*>", StringComparison.Ordinal);
}

/// <summary>Patterns that became one; members in the order in which they were first seen.</summary>
internal sealed class PatternGroup
{
    public PatternGroup(int[] tokens, List<int> members)
    {
        (Tokens, Members) = (tokens, members);
        for (var at = 0; at < tokens.Length; at++)
        {
            Hash += HashAt(at);
        }
    }

    public int[] Tokens { get; }

    public List<int> Members { get; }

    public bool Merged { get; set; }

    /// <summary>The sum of the tokens' hashes, so that one can be taken out by subtraction.</summary>
    private ulong Hash { get; }

    /// <summary>What is left without one position, or two; equal for groups that differ only there.</summary>
    public ulong Without(int first, int second) =>
        Hash - HashAt(first) - (second >= 0 ? HashAt(second) : 0) + Mix((ulong)((first * 4096) + second + 1));

    private ulong HashAt(int at) => Mix(((ulong)Tokens[at] << 12) ^ (ulong)at ^ 0x9E3779B97F4A7C15UL);

    /// <summary>The finalizer of SplitMix64: 64 bits, so that equal means the same for any number of patterns kept.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
