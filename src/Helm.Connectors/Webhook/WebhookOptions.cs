namespace Helm.Connectors.Webhook;

/// <summary>Where messages go as signed JSON; section <c>Helm:Connectors:Webhook</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Helm:Connectors:Webhook";

    /// <summary>By the names that destinations use as address.</summary>
    public IDictionary<string, WebhookEndpoint> Endpoints { get; } = new Dictionary<string, WebhookEndpoint>(StringComparer.Ordinal);
}

/// <summary>One receiver.</summary>
public sealed class WebhookEndpoint
{
    /// <summary>https, or http to this machine.</summary>
    public string Url { get; set; } = "";

    /// <summary>By reference: <c>env:NAME</c> or <c>file:PATH</c>.</summary>
    public string Secret { get; set; } = "";
}
