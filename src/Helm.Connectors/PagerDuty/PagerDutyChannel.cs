using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Helm.Connectors.Http;
using Helm.Operations.Delivery;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Connectors.PagerDuty;

/// <summary>Triggers, acknowledges and resolves incidents; the deduplication key is the alert's, so that an incident is one.</summary>
internal sealed class PagerDutyChannel(
    IHttpClientFactory clients, IWording wording, IOptions<PagerDutyOptions> options, TimeProvider time) : IDeliveryChannel
{
    private const int LongestSummary = 1024;

    public string Name => "pagerduty";

    public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (!options.Value.RoutingKeys.TryGetValue(message.Address, out var reference))
        {
            return new DeliveryOutcome.Refused($"{PagerDutyOptions.Section}:RoutingKeys has no {message.Address}.");
        }

        if (ActionOf(message.Kind) is not { } action)
        {
            return new DeliveryOutcome.Refused($"A pager takes alerts only, not {message.Kind}.");
        }

        var deduplication = "helm/" + (message.Correlation ?? message.Key);
        var body = new JsonObject
        {
            ["routing_key"] = SecretReference.Resolve(reference),
            ["event_action"] = action,
            ["dedup_key"] = deduplication,
        };
        if (action == "trigger")
        {
            body["payload"] = Payload(message, JsonNode.Parse(message.Body)!);
            body["client"] = "Helm";
        }

        using var response = await clients.CreateClient(Outside.Client).PostAsJsonAsync(options.Value.EventsUrl, body, cancellation);
        return await Outside.OutcomeAsync(response, time, deduplication, cancellation);
    }

    private static string? ActionOf(string kind) => kind switch
    {
        "alert.firing" => "trigger",
        "alert.acknowledged" => "acknowledge",
        "alert.resolved" => "resolve",
        _ => null,
    };

    private static JsonNode? Copy(JsonNode? fact) => fact?.DeepClone();

    private static string SeverityOf(string? severity) => severity switch
    {
        "critical" => "critical",
        "high" => "error",
        "medium" => "warning",
        _ => "info",
    };

    private JsonObject Payload(OutboxMessage message, JsonNode facts)
    {
        var worded = wording.Word(message);
        return new()
        {
            ["summary"] = worded.Title.Length > LongestSummary ? worded.Title[..LongestSummary] : worded.Title,
            ["source"] = (string?)facts["resource"]?["name"] ?? "helm",
            ["severity"] = SeverityOf((string?)facts["severity"]),
            ["timestamp"] = Copy(facts["detected_at"]),
            ["component"] = Copy(facts["resource"]?["type"]),
            ["group"] = Copy(facts["environment"]),
            ["class"] = Copy(facts["impact"]?["slo_metric"]),
            ["custom_details"] = new JsonObject { ["text"] = worded.Text, ["facts"] = facts.DeepClone() },
        };
    }
}
