using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Signals;

namespace Helm.Operations.Investigation.Causes;

/// <summary>Signals by component, and who needs whom: as told, and as the log lines name it.</summary>
internal sealed class SignalMap
{
    private readonly ILookup<string, Signal> _signals;
    private readonly ILookup<string, string> _needs;
    private readonly ILookup<string, string> _callers;
    private readonly Dictionary<string, string> _kinds;

    public SignalMap(EvidenceBundle bundle, IReadOnlyList<Signal> signals, SignalTable table)
    {
        All = signals;
        _signals = signals.ToLookup(signal => signal.Component, StringComparer.OrdinalIgnoreCase);
        var told = bundle.All(result => result.Dependencies).Select(edge => (edge.From, edge.To));
        var named = signals.SelectMany(signal => signal.Mentions.Select(mention => (From: signal.Component, To: mention)))
            .Where(edge => !told.Contains((edge.To, edge.From)));
        var edges = told.Concat(named).Where(edge => edge.From != edge.To).Distinct().ToList();
        _needs = edges.ToLookup(edge => edge.From, edge => edge.To, StringComparer.OrdinalIgnoreCase);
        _callers = edges.ToLookup(edge => edge.To, edge => edge.From, StringComparer.OrdinalIgnoreCase);
        var types = bundle.All(result => result.Components).GroupBy(component => component.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().Type, StringComparer.OrdinalIgnoreCase);
        Components = [.. signals.Select(signal => signal.Component).Concat(types.Keys).Concat(edges.Select(edge => edge.To))
            .Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        _kinds = Components.ToDictionary(name => name, name => table.KindOf(types.GetValueOrDefault(name, ""), name), StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Signal> All { get; }

    public IReadOnlyList<string> Components { get; }

    public IEnumerable<Signal> Of(string component) => _signals[component];

    public IEnumerable<string> NeedsOf(string component) => _needs[component];

    public IEnumerable<string> CallersOf(string component) => _callers[component];

    public string KindOf(string component) => _kinds.GetValueOrDefault(component, "service");

    /// <summary>Something hurts or is at its end; changes and mere signs do not count.</summary>
    public bool IsUnwell(string component) => Of(component).Any(IsTrouble);

    public DateTimeOffset? TroubleSince(string component) =>
        Of(component).Where(IsTrouble).Select(signal => (DateTimeOffset?)signal.Since).Min();

    public static bool IsTrouble(Signal signal) => signal.Harm || signal.Name.EndsWith(".high", StringComparison.Ordinal);
}
