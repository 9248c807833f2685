namespace Helm.Connectors.Alertmanager;

/// <summary>Prometheus Alertmanager: what it reports comes in here, and silences can go there; section <c>Helm:Connectors:Alertmanager</c>.</summary>
public sealed class AlertmanagerOptions
{
    public const string Section = "Helm:Connectors:Alertmanager";

    /// <summary>What Alertmanager sends as <c>Authorization: Bearer</c>, by reference; empty for no door.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Where its API is: the channel <c>alertmanager</c> tells it of alerts, and silences are kept alike. Empty for neither.</summary>
    public string Url { get; set; } = "";

    /// <summary>For a proxy before it that asks for <c>Authorization: Bearer</c>, by reference; empty for none.</summary>
    public string ApiToken { get; set; } = "";
}
