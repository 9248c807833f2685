using Helm.PracticeCloud.Estate;

namespace Helm.PracticeCloud.Scenarios;

/// <summary>A scenario that was started.</summary>
internal sealed class RunningScenario(ScenarioDefinition definition, AccountEstate estate, DateTimeOffset onset, IReadOnlyList<string> added)
{
    private readonly bool[] _seen = new bool[definition.ClearsBy?.Calls.Count ?? 0];

    public ScenarioDefinition Definition { get; } = definition;

    public AccountEstate Estate { get; } = estate;

    public DateTimeOffset Onset { get; } = onset;

    /// <summary>The resources that it brought.</summary>
    public IReadOnlyList<string> Added { get; } = added;

    public DateTimeOffset? ClearedAt { get; set; }

    public int CallsSeen => _seen.Count(seen => seen);

    /// <summary>True when this call was the last that was waited for.</summary>
    public bool Sees(string operation, System.Text.Json.JsonElement parameters)
    {
        var calls = Definition.ClearsBy?.Calls ?? [];
        for (var i = 0; i < calls.Count; i++)
        {
            if (!_seen[i] && calls[i].Operation == operation && CallMatcher.Matches(calls[i].Parameters, parameters))
            {
                _seen[i] = true;
                return CallsSeen == calls.Count;
            }

            if (!_seen[i] && Definition.ClearsBy!.Order == ClearingOrder.InOrder)
            {
                return false;
            }
        }

        return false;
    }
}
