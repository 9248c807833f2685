using System.Text.Json;
using Helm.PracticeCloud.Company;

namespace Helm.PracticeCloud.Scenarios;

/// <summary>Something that happens to the company, as data. Helm sees it only through the wire.</summary>
internal sealed record ScenarioDefinition
{
    public required string Name { get; init; }

    public string Description { get; init; } = "";

    /// <summary>The account, by its environment.</summary>
    public string Environment { get; init; } = "prod";

    /// <summary>How long ago it began when it is started.</summary>
    public TimeSpan StartedAgo { get; init; }

    /// <summary>What it adds to the account.</summary>
    public ResourceSet Resources { get; init; } = new();

    public IReadOnlyList<EffectDefinition> Effects { get; init; } = [];

    public IReadOnlyList<ScenarioLogDefinition> LogLines { get; init; } = [];

    public IReadOnlyList<StateDefinition> States { get; init; } = [];

    public IReadOnlyList<ChangeDefinition> Changes { get; init; } = [];

    /// <summary>Absent: only the control door ends it.</summary>
    public ClearingDefinition? ClearsBy { get; init; }
}

/// <summary>What a metric of a resource does while the scenario is in force.</summary>
internal sealed record EffectDefinition
{
    public required string Resource { get; init; }

    public required string Metric { get; init; }

    public double? Set { get; init; }

    public double? Multiply { get; init; }

    public double? Add { get; init; }

    /// <summary>Only for measured values, beside <c>set</c>, which is then the median.</summary>
    public double? P95 { get; init; }

    public bool Missing { get; init; }

    /// <summary>From the scenario's onset to this effect's.</summary>
    public TimeSpan Delay { get; init; }

    public TimeSpan Ramp { get; init; }

    public TimeSpan Recovery { get; init; }
}

/// <summary>A kind of line that appears in a log group while the scenario is in force.</summary>
internal sealed record ScenarioLogDefinition
{
    public required string Group { get; init; }

    public required string Message { get; init; }

    public required double PerMinute { get; init; }

    public string? Level { get; init; }

    public string? Stream { get; init; }

    public TimeSpan Delay { get; init; }
}

/// <summary>What the state of a resource is while the scenario is in force.</summary>
internal sealed record StateDefinition
{
    public required string Resource { get; init; }

    /// <summary>status, reason, running_count…</summary>
    public required IReadOnlyDictionary<string, string> Set { get; init; }
}

/// <summary>The calls that clear the scenario when they have all succeeded.</summary>
internal sealed record ClearingDefinition
{
    public ClearingOrder Order { get; init; } = ClearingOrder.Any;

    public required IReadOnlyList<ClearingCall> Calls { get; init; }

    /// <summary>From the last call to the recovery, at the scale of the cloud's time.</summary>
    public TimeSpan After { get; init; }
}

/// <summary>Whether the clearing calls count in any order.</summary>
internal enum ClearingOrder
{
    Any,
    InOrder,
}

/// <summary>A call: <c>rds:ModifyDBParameterGroup</c>, and what its parameters must hold.</summary>
internal sealed record ClearingCall
{
    public required string Operation { get; init; }

    public JsonElement Parameters { get; init; }
}
