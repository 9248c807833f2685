using Helm.Operations.Investigation.Signals;
using Helm.Operations.Settings;

namespace Helm.Operations.Investigation.Causes;

/// <summary>One cause that Helm knows, as data: what must be seen, what makes it likelier, what rules it out, what helps.</summary>
internal sealed record CauseRule
{
    public required string Id { get; init; }

    public required string Category { get; init; }

    /// <summary>For people, in plain English; <c>{component}</c> is filled in.</summary>
    public required string Cause { get; init; }

    /// <summary>What it is when several components have it at once; null where each has its own.</summary>
    public SharedCause? Together { get; init; }

    /// <summary>The kinds of component that can have it; empty for all.</summary>
    public IReadOnlyList<string> On { get; init; } = [];

    public double Weight { get; init; }

    /// <summary>Told of what is needed rather than of who needs it, where both show it.</summary>
    public bool Deepest { get; init; }

    /// <summary>Says where, not why.</summary>
    public bool Generic { get; init; }

    public required IReadOnlyList<string> Needs { get; init; }

    public IReadOnlyList<string> Supports { get; init; } = [];

    public IReadOnlyList<string> Excludes { get; init; } = [];

    public IReadOnlyList<RemedyRow> Remedies { get; init; } = [];

    public IReadOnlyList<string> Permanent { get; init; } = [];

    /// <summary>The permanent fix as a sentence for a work item.</summary>
    public string Fix { get; init; } = "";
}

/// <summary>One cause that several have, or one outside of those who suffer from it.</summary>
/// <param name="Component">Whose fault it is then, by what it is called; null where it stays that of the likeliest.</param>
/// <param name="Cause">For people; <c>{components}</c> is filled in.</param>
internal sealed record SharedCause(string? Component, string Cause);

/// <summary>A remedy of a cause.</summary>
/// <param name="At">component, callers or alike: all that have the cause.</param>
/// <param name="Kind">Only components of this kind.</param>
/// <param name="Limit">The fact that is raised, by the factor.</param>
internal sealed record RemedyRow(string Action, string At, string Kind, string Effect, string? Limit = null, double Factor = 1);

/// <summary>The causes that Helm knows; data of <c>assets/investigation/causes.json</c>.</summary>
public sealed class CauseTable
{
    private CauseTable(IReadOnlyList<CauseRule> rules) => Rules = rules;

    internal IReadOnlyList<CauseRule> Rules { get; }

    /// <exception cref="InvalidDataException">The file cannot be used, and why.</exception>
    public static CauseTable Load(string? file = null)
    {
        var path = file ?? ProgramFolder.Locate(Path.Combine("assets", "investigation", "causes.json"));
        var rules = DataFile.Read<Dictionary<string, CauseRule[]>>(path, SignalTable.DataOptions).GetValueOrDefault("causes") ?? [];
        var wrong = rules.SelectMany(rule => rule.Needs.Concat(rule.Supports).Concat(rule.Excludes).SelectMany(line => line.Split('|')).Select(term => (rule.Id, term)))
            .FirstOrDefault(pair => !SignalMatch.IsTerm(pair.term));
        return wrong.Id is null
            ? new(rules)
            : throw new InvalidDataException($"{path}: cause {wrong.Id} has \"{wrong.term}\", which is no signal; write own:, callers:, named:, needs:, others: or any: and a name such as latency.up, log:timeout or change:deployment.");
    }
}
