namespace Helm.Operations.Environments;

/// <summary>The environments that Helm knows; section <c>Helm</c>.</summary>
public sealed class EnvironmentsOptions
{
    /// <summary>When empty: prod (Production, live), staging (Staging, pre-production), test (Test, qa), dev (Development).</summary>
    public IList<EnvironmentOptions> Environments { get; init; } = [];
}

/// <summary>One environment: what it is called in data, on screens and by people.</summary>
public sealed class EnvironmentOptions
{
    /// <summary>As deployments name it: <c>prod</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>As people read and hear it: <c>Production</c>; the name itself when empty.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What else people call it: <c>live</c>.</summary>
    public IList<string> Aliases { get; init; } = [];
}
