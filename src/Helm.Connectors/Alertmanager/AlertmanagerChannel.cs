using System.Globalization;
using System.Text.Json.Nodes;
using Helm.Connectors.Http;
using Helm.Operations.Alerts;
using Helm.Operations.Delivery;
using Helm.Operations.Issues;

namespace Helm.Connectors.Alertmanager;

/// <summary>Tells Alertmanager of Helm's alerts, so that its routes, groups and silences hold for them too.</summary>
internal sealed class AlertmanagerChannel(AlertmanagerClient client, TimeProvider time) : IDeliveryChannel
{
    /// <summary>Only Helm's own alerts have it.</summary>
    public const string OwnLabel = "helm_alert";

    /// <summary>What is not told to be over ends by itself.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public string Name => "alertmanager";

    public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        if (message.Kind is not (AlertNotice.Firing or AlertNotice.Resolved))
        {
            return new DeliveryOutcome.Delivered();
        }

        using var response = await client.SendAsync(HttpMethod.Post, "alerts", Alerts(JsonNode.Parse(message.Body)!, message.Kind == AlertNotice.Firing), cancellation);
        return await Outside.OutcomeAsync(response, time, null, cancellation);
    }

    /// <summary>An alert is what its labels are, so that of another severity is another one: the former is over.</summary>
    private JsonArray Alerts(JsonNode notice, bool fires)
    {
        var now = time.GetUtcNow();
        return [.. Severity.All.Select(severity => Alert(notice, severity, fires && severity == (string?)notice["severity"] ? now + Longest : now))];
    }

    private static JsonObject Alert(JsonNode notice, string severity, DateTimeOffset endsAt) => new()
    {
        ["labels"] = new JsonObject
        {
            ["alertname"] = (string?)notice["title"],
            ["source"] = "helm",
            [OwnLabel] = (string?)notice["alert_id"],
            ["issue_id"] = (string?)notice["issue_id"],
            ["environment"] = (string?)notice["environment"],
            ["domain"] = (string?)notice["domain"],
            ["resource"] = (string?)notice["resource"]!["name"],
            ["resource_type"] = (string?)notice["resource"]!["type"],
            ["severity"] = severity,
        },
        ["annotations"] = new JsonObject
        {
            ["description"] = (string?)notice["description"],
            ["root_cause"] = (string?)notice["root_cause"] ?? "",
            ["dashboard"] = (string?)notice["dashboard"],
        },
        ["startsAt"] = Time(Start(notice["detected_at"]!.GetValue<DateTimeOffset>(), endsAt)),
        ["endsAt"] = Time(endsAt),
    };

    /// <summary>Alertmanager refuses what ends when it starts, and with it what was sent beside it.</summary>
    private static DateTimeOffset Start(DateTimeOffset detected, DateTimeOffset end) => detected < end ? detected : end.AddSeconds(-1);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
