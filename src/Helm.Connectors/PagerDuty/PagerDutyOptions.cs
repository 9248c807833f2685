namespace Helm.Connectors.PagerDuty;

/// <summary>PagerDuty's Events API v2 and its schedules; section <c>Helm:Connectors:PagerDuty</c>.</summary>
public sealed class PagerDutyOptions
{
    public const string Section = "Helm:Connectors:PagerDuty";

    public string EventsUrl { get; set; } = "https://events.pagerduty.com/v2/enqueue";

    /// <summary>The routing keys of services, by reference, by the names that destinations use as address.</summary>
    public IDictionary<string, string> RoutingKeys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public string ApiUrl { get; set; } = "https://api.pagerduty.com";

    /// <summary>For "who is on call", by reference; empty for none.</summary>
    public string ApiToken { get; set; } = "";

    /// <summary>The schedules to ask; empty for all.</summary>
    public IList<string> Schedules { get; } = [];
}
