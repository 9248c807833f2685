using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Helm.Acceptance.Tests.Drivers;
using Helm.Operations.Settings;

namespace Helm.Acceptance.Tests.Scenarios;

/// <summary>What is expected of a scenario.</summary>
/// <param name="Name">Of a scenario that comes along, or of a file beside this one that nobody tuned anything to.</param>
/// <param name="Alerted">The resource whose issue is followed; null where nothing is wrong.</param>
internal sealed record Expected(string Name, string? Alerted = null, string? Component = null, string? Category = null)
{
    /// <summary>The steps of the plan as <c>restart_lambda api-lambda</c>; empty where nothing may be proposed.</summary>
    public string[] Remedy { get; init; } = [];

    /// <summary>What the cloud received.</summary>
    public string[] Sent { get; init; } = [];

    /// <summary>What else may be told as the cause of the other issues, as <c>component/category</c>.</summary>
    public string[] AlsoTold { get; init; } = [];

    /// <summary>In production the three words are asked for, elsewhere a yes.</summary>
    public bool InProduction { get; init; } = true;

    /// <summary>Where it happens: each scenario has an environment of its own, so that all can happen at once.</summary>
    public string Environment => (InProduction ? "prod-" : "staging-") + Name;

    public override string ToString() => Name;

    /// <summary>The scenario as it is, but for where it happens.</summary>
    public JsonObject Scenario()
    {
        var scenario = JsonNode.Parse(File.ReadAllText(FileOf(Name)))!.AsObject();
        (scenario["environment"], scenario["name"]) = (Environment, Environment);
        return scenario;
    }

    private static string FileOf(string name, [CallerFilePath] string here = "")
    {
        var known = ProgramFolder.Locate($"assets/scenarios/{name}.json");
        return File.Exists(known) ? known : Path.Combine(Path.GetDirectoryName(here)!, "unseen", name + ".json");
    }
}

/// <summary>What happened in a scenario's environment, from the first failing request to the end.</summary>
internal sealed record Walked
{
    public string? Verdict { get; init; }

    public string? Component { get; init; }

    public string? Category { get; init; }

    /// <summary>Every other issue's cause, as <c>component/category</c>.</summary>
    public IReadOnlyList<string> OtherCauses { get; init; } = [];

    /// <summary>What was proposed; empty when nothing was, with the reason in <see cref="Told"/>.</summary>
    public IReadOnlyList<string> Proposed { get; init; } = [];

    /// <summary>What Helm said to "fix it".</summary>
    public string Told { get; init; } = "";

    /// <summary>Of the plan; null without one.</summary>
    public string? Ended { get; init; }

    public IReadOnlyList<IssueLine> Issues { get; init; } = [];

    public IReadOnlyList<string> Sent { get; init; } = [];

    /// <summary>For whoever has to understand a failure.</summary>
    public string Report { get; init; } = "";
}
