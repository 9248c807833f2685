using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.LogLines;
using Helm.PracticeCloud.Metrics;

namespace Helm.PracticeCloud.Scenarios;

/// <summary>Puts a scenario into force and ends it, while the account's gate is held.</summary>
internal static class Acts
{
    public static RunningScenario Begin(ScenarioDefinition scenario, AccountEstate estate, string file)
    {
        var onset = estate.Clock.Now - scenario.StartedAgo;
        var added = Placement.Place(estate, scenario.Resources, file);
        try
        {
            ScenarioCheck.Check(scenario, estate, file);
        }
        catch (DataFileException)
        {
            Placement.Remove(estate, added);
            throw;
        }

        foreach (var change in scenario.Changes)
        {
            Changes.Make(estate, change, onset);
        }

        AddEffects(scenario, estate, onset);
        AddLines(scenario, estate, onset);
        foreach (var state in scenario.States)
        {
            foreach (var (field, value) in state.Set)
            {
                estate.Overlay.Add(scenario.Name, state.Resource, field, value);
            }
        }

        return new RunningScenario(scenario, estate, onset, added);
    }

    public static void Clear(RunningScenario scenario, DateTimeOffset at)
    {
        var name = scenario.Definition.Name;
        var to = scenario.Estate.Clock.SlotStart(at);
        foreach (var effect in scenario.Definition.Effects)
        {
            foreach (var series in scenario.Estate.Metrics.Of(effect.Resource, effect.Metric))
            {
                series.Change(effects => [.. effects.Select(e => e.Scenario == name && e.To > to ? e with { To = to } : e)]);
            }
        }

        foreach (var group in scenario.Estate.LogGroups.Values)
        {
            group.Change(sources => [.. sources.Select(s => s.Scenario == name && s.To == long.MaxValue ? s.Until(at.ToUnixTimeMilliseconds()) : s)]);
        }

        scenario.Estate.Overlay.End(name, at);
        scenario.ClearedAt ??= at;
    }

    private static void AddEffects(ScenarioDefinition scenario, AccountEstate estate, DateTimeOffset onset)
    {
        foreach (var effect in scenario.Effects)
        {
            var made = EffectOf(scenario.Name, effect, onset, estate.Clock);
            foreach (var series in estate.Metrics.Of(effect.Resource, effect.Metric))
            {
                series.Change(effects => [.. effects, made]);
            }
        }
    }

    private static void AddLines(ScenarioDefinition scenario, AccountEstate estate, DateTimeOffset onset)
    {
        foreach (var line in scenario.LogLines)
        {
            var plain = new LogLine { Message = line.Message, PerMinute = line.PerMinute, Level = line.Level, Stream = line.Stream };
            var source = new LogSource(line.Group, plain, estate.Seed) { Scenario = scenario.Name, From = (onset + line.Delay).ToUnixTimeMilliseconds() };
            estate.LogGroups[line.Group].Change(sources => [.. sources, source]);
        }
    }

    // Onsets and ends fall on slots, so that a slot is wholly before or wholly after.
    private static Effect EffectOf(string scenario, EffectDefinition effect, DateTimeOffset onset, PracticeClock clock) => new()
    {
        Scenario = scenario,
        Set = effect.Set,
        Multiply = effect.Multiply,
        Add = effect.Add,
        P95 = effect.P95,
        Missing = effect.Missing,
        From = clock.SlotStart(onset + effect.Delay),
        Ramp = (long)clock.Scaled(effect.Ramp).TotalSeconds,
        Recovery = (long)clock.Scaled(effect.Recovery).TotalSeconds,
    };
}
