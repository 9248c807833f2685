using Helm.Operations.Investigation.Signals;

namespace Helm.Operations.Investigation.Causes;

/// <summary>Finds the signals that a line of a rule asks for, seen from one component.</summary>
internal sealed class SignalMatch(SignalMap map, string component)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(3);
    private static readonly string[] Scopes = ["own", "callers", "named", "needs", "others", "any"];

    public static bool IsTerm(string term) =>
        term.Split(':', 2) is [var scope, { Length: > 0 } name] && Scopes.Contains(scope)
        && (name.Contains('.', StringComparison.Ordinal) || name.StartsWith("log:", StringComparison.Ordinal) || name.StartsWith("change:", StringComparison.Ordinal));

    /// <summary>The strongest first; empty when the line does not hold.</summary>
    public IReadOnlyList<Signal> Find(string line) =>
        [.. line.Split('|').SelectMany(Term).DistinctBy(signal => (signal.Component, signal.Name, signal.Text)).OrderByDescending(signal => signal.Strength)];

    private IEnumerable<Signal> Term(string term)
    {
        var (scope, name) = (term[..term.IndexOf(':', StringComparison.Ordinal)], term[(term.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return Scope(scope).Where(signal => Is(signal, name) && (scope is "any" or "others" || Came(signal)));
    }

    private IEnumerable<Signal> Scope(string scope) => scope switch
    {
        "own" => map.Of(component).Concat(map.Of("").Where(signal => signal.Text.Contains(component, StringComparison.OrdinalIgnoreCase))),
        "callers" => map.CallersOf(component).SelectMany(map.Of).Where(signal => Names(signal)),
        "named" => map.All.Where(signal => signal.Mentions.Contains(component, StringComparer.OrdinalIgnoreCase)),
        "others" => map.All.Where(signal => !string.Equals(signal.Component, component, StringComparison.OrdinalIgnoreCase)),
        "needs" => map.NeedsOf(component).SelectMany(map.Of),
        _ => map.All,
    };

    /// <summary>A complaint of a caller that names somebody else is not about this component.</summary>
    private bool Names(Signal signal) =>
        signal.Mentions.Count == 0 || signal.Mentions.Contains(component, StringComparer.OrdinalIgnoreCase);

    private static bool Is(Signal signal, string name) =>
        name.EndsWith('*') ? signal.Name.StartsWith(name[..^1], StringComparison.Ordinal) && signal.Name != "log:bad_request" : signal.Name == name || (name.EndsWith(".up", StringComparison.Ordinal) && signal.Name == name[..^3] + ".leap");

    /// <summary>A change explains only trouble that came after it, of the component that it changed or of those that need it.</summary>
    private bool Came(Signal signal)
    {
        if (!signal.Name.StartsWith("change:", StringComparison.Ordinal))
        {
            return true;
        }

        var changed = signal.Component.Length > 0 ? signal.Component : component;
        var since = map.TroubleSince(changed)
            ?? map.Of(changed).Where(one => !one.Name.StartsWith("change:", StringComparison.Ordinal)).Select(one => (DateTimeOffset?)one.Since).Min()
            ?? map.CallersOf(changed).Select(map.TroubleSince).Min();
        return since is { } began && signal.Since <= began + Early;
    }
}
