using Helm.Operations.Settings;

namespace Helm.Operations.Overviews;

/// <summary>What the dashboard shows unasked; section <c>Helm:Dashboard</c>.</summary>
public sealed class DashboardOptions
{
    /// <summary>How often an open dashboard is renewed.</summary>
    public Duration RefreshInterval { get; set; } = Duration.FromMinutes(5);

    /// <summary>The environment that a question means which names none; the answer says so.</summary>
    public string DefaultEnvironment { get; set; } = "prod";

    /// <summary>text, json or voice.</summary>
    public string DefaultOutput { get; set; } = "text";

    /// <summary>What the side that creates deployments and takes over work items is called.</summary>
    public string CreatorName { get; set; } = "FABER";
}
