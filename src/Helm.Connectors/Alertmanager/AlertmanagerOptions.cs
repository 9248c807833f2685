namespace Helm.Connectors.Alertmanager;

/// <summary>Prometheus Alertmanager: what it reports comes in here, and silences can go there; section <c>Helm:Connectors:Alertmanager</c>.</summary>
public sealed class AlertmanagerOptions
{
    public const string Section = "Helm:Connectors:Alertmanager";

    /// <summary>What Alertmanager sends as <c>Authorization: Bearer</c>, by reference; empty for no door.</summary>
    public string Secret { get; set; } = "";
}
