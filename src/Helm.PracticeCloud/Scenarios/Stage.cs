using System.Text.Json;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Estate;

namespace Helm.PracticeCloud.Scenarios;

/// <summary>Starts scenarios, watches for the calls that clear them and ends them.</summary>
internal sealed class Stage(World world, string assets, IReadOnlySet<string> operations, bool forgetEnded = false)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, RunningScenario> _running = new(StringComparer.Ordinal);

    public IReadOnlyList<RunningScenario> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _running.Values];
            }
        }
    }

    /// <summary>The names of the scenarios that come with the practice cloud.</summary>
    public IEnumerable<string> Known => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)
        : [];

    private string Folder => Path.Combine(assets, "scenarios");

    /// <summary>Starts a scenario by the name of one that comes along, or from a file.</summary>
    public RunningScenario StartNamed(string nameOrFile)
    {
        var known = Known.Contains(nameOrFile);
        var path = known ? Path.Combine(Folder, nameOrFile + ".json") : nameOrFile;
        return known || File.Exists(path)
            ? Start(DataFile.Read<ScenarioDefinition>(path), path)
            : throw new DataFileException(nameOrFile, "the scenario", $"is neither a file nor one of {string.Join(", ", Known)}");
    }

    /// <summary>Only a name: what comes in over the network never names a file.</summary>
    public RunningScenario StartKnown(string name) => Known.Contains(name)
        ? StartNamed(name)
        : throw new DataFileException(name, "the scenario", $"is not one of {string.Join(", ", Known)}");

    public RunningScenario Start(ScenarioDefinition scenario, string file)
    {
        var estate = world.OfEnvironment(scenario.Environment)
            ?? throw new DataFileException(file, "environment", $"{scenario.Environment} is not one of {string.Join(", ", world.Homes.Select(home => home.Environment))}");
        ScenarioCheck.CheckCalls(scenario, operations, file);
        lock (_gate)
        {
            if (_running.TryGetValue(scenario.Name, out var former) && former.ClearedAt is null)
            {
                throw new DataFileException(file, "name", $"{scenario.Name} is in force already; end it first");
            }

            lock (estate.Gate)
            {
                Forget(former);
                return _running[scenario.Name] = Acts.Begin(scenario, estate, file);
            }
        }
    }

    /// <summary>Ends a scenario as if it had been cleared, and takes away what it brought. False when there is none.</summary>
    public bool End(string name)
    {
        lock (_gate)
        {
            if (!_running.Remove(name, out var scenario))
            {
                return false;
            }

            lock (scenario.Estate.Gate)
            {
                Acts.Clear(scenario, forgetEnded ? scenario.Onset : world.Clock.Now);
                Forget(scenario);
                return true;
            }
        }
    }

    /// <summary>A call succeeded.</summary>
    public void Saw(AccountEstate estate, string operation, JsonElement parameters)
    {
        lock (_gate)
        {
            foreach (var scenario in _running.Values)
            {
                if (scenario.ClearedAt is null && scenario.Estate == estate && scenario.Sees(operation, parameters))
                {
                    lock (estate.Gate)
                    {
                        Acts.Clear(scenario, world.Clock.After(scenario.Definition.ClearsBy!.After));
                    }
                }
            }
        }
    }

    private static void Forget(RunningScenario? scenario)
    {
        if (scenario is not null)
        {
            Placement.Remove(scenario.Estate, scenario.Added);
        }
    }
}
