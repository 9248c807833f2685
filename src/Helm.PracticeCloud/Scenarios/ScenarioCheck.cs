using System.Globalization;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Estate;

namespace Helm.PracticeCloud.Scenarios;

/// <summary>Refuses a scenario that names what does not exist, with the field and what would do.</summary>
internal static class ScenarioCheck
{
    /// <summary>The resources of the scenario are already placed.</summary>
    public static void Check(ScenarioDefinition scenario, AccountEstate estate, string file)
    {
        for (var i = 0; i < scenario.Effects.Count; i++)
        {
            CheckEffect(scenario.Effects[i], estate, file, Index("effects", i));
        }

        for (var i = 0; i < scenario.LogLines.Count; i++)
        {
            CheckLine(scenario.LogLines[i], estate, file, Index("log_lines", i));
        }

        for (var i = 0; i < scenario.States.Count; i++)
        {
            StateCheck.State(scenario.States[i], estate, file, Index("states", i));
        }

        for (var i = 0; i < scenario.Changes.Count; i++)
        {
            StateCheck.Change(scenario.Changes[i], estate, file, Index("changes", i));
        }
    }

    public static void CheckCalls(ScenarioDefinition scenario, IReadOnlySet<string> operations, string file)
    {
        if (scenario.ClearsBy is { Calls.Count: 0 })
        {
            throw new DataFileException(file, "clears_by.calls", "is empty; leave clears_by out when only the control door ends the scenario");
        }

        var unknown = scenario.ClearsBy?.Calls.FirstOrDefault(call => !operations.Contains(call.Operation));
        if (unknown is not null)
        {
            throw new DataFileException(file, "clears_by.calls.operation", $"{unknown.Operation} is no operation of the practice cloud; write it as lambda:UpdateAlias");
        }
    }

    private static void CheckEffect(EffectDefinition effect, AccountEstate estate, string file, string field)
    {
        var metrics = estate.Metrics.All.Where(series => series.Resource == effect.Resource).Select(series => series.Metric).Distinct().ToArray();
        StateCheck.Need(metrics.Length > 0, file, $"{field}.resource", $"{effect.Resource} has no metrics in {estate.Environment}");
        StateCheck.Need(metrics.Contains(effect.Metric), file, $"{field}.metric", $"{effect.Metric} is no metric of {effect.Resource}; it has {string.Join(", ", metrics)}");
        var shapes = new[] { effect.Set is not null, effect.Multiply is not null || effect.Add is not null, effect.Missing }.Count(given => given);
        StateCheck.Need(shapes == 1, file, field, "says one of set, multiply with add, or missing");
        StateCheck.Need(effect.Set is null or >= 0, file, $"{field}.set", "is not below 0");
        StateCheck.Need(effect.P95 is null || (effect.Set is { } median && effect.P95 >= median), file, $"{field}.p95", "stands beside set, the median, and is not below it");
    }

    private static void CheckLine(ScenarioLogDefinition line, AccountEstate estate, string file, string field)
    {
        StateCheck.Need(estate.LogGroups.ContainsKey(line.Group), file, $"{field}.group", $"{line.Group} is no log group in {estate.Environment}; it has {string.Join(", ", estate.LogGroups.Keys)}");
        StateCheck.Need(line.PerMinute is > 0 and <= 10_000, file, $"{field}.per_minute", "is above 0 and at most 10000");
    }

    private static string Index(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
