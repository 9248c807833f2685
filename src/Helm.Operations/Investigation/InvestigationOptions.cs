using Helm.Operations.Settings;

namespace Helm.Operations.Investigation;

/// <summary>How causes are looked for; section <c>Helm:Investigation</c>.</summary>
public sealed class InvestigationOptions
{
    public const string Section = "Helm:Investigation";

    /// <summary>Investigates issues by itself when they open, open again or worsen.</summary>
    public bool Automatic { get; set; } = true;

    /// <summary>How far before the trouble is looked, to know what is usual.</summary>
    public Duration Before { get; set; } = Duration.FromMinutes(60);

    /// <summary>How long after the trouble began is looked at most.</summary>
    public Duration Longest { get; set; } = Duration.FromMinutes(180);

    /// <summary>A report younger than this is told again instead of asking the cloud again.</summary>
    public Duration Fresh { get; set; } = Duration.FromMinutes(2);

    /// <summary>How many resources are looked at closely.</summary>
    public int MostResources { get; set; } = 8;

    /// <summary>How many log lines are read of one resource.</summary>
    public int MostLines { get; set; } = 5000;

    /// <summary>Log groups of types of resources that are not where AWS or this house puts them: <c>ecs</c>: <c>/my/{name}</c>.</summary>
    public Dictionary<string, string> LogGroups { get; init; } = new(StringComparer.OrdinalIgnoreCase);
}
