using System.Globalization;
using System.Text.Json.Nodes;
using Helm.Connectors.Http;
using Helm.Connectors.Tests.Drivers;
using Helm.Operations.Alerts;
using Helm.Operations.Delivery;
using Microsoft.AspNetCore.Http;

namespace Helm.Connectors.Tests;

public sealed class AlertChannelTests
{
    private const string Secret = "a secret of both sides";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_gets_the_message_of_the_specification_signed()
    {
        await using var receiver = await Loopback.StartAsync((_, _, _) => Task.CompletedTask);
        await using var helm = await WebhookAsync(receiver);
        await helm.PassAsync();

        var request = Assert.Single(receiver.Requests);
        var body = JsonNode.Parse(request.Text)!;
        byte[] signed = [.. System.Text.Encoding.ASCII.GetBytes(request.Headers["X-Helm-Timestamp"] + "."), .. request.Body];
        Assert.True(Signature.Matches(request.Headers["X-Helm-Signature-256"], signed, Secret));
        Assert.False(Signature.Matches(request.Headers["X-Helm-Signature-256"], signed, Secret + "."));
        Assert.Equal(
            """
            🔴 CRITICAL: API Lambda error rate SLO breach

            Environment: Production
            Resource: api-lambda (Lambda function)
            Issue: infra-001

            Impact:
            - Error rate: 5.2% (SLO: 0.1%)
            - Requests affected: 65/1250
            - Unavailable for 5.2% of requests
            - Duration: 5 minutes

            Actions Available:
            - /helm:remediate infra-001 --action=immediate
            - /helm:investigate infra-001 --details
            - /helm:escalate infra-001 --to=faber
            - /helm:ack infra-001
            - /helm:silence infra-001 --for=1h

            Dashboard: /helm:dashboard --env=prod
            """.ReplaceLineEndings("\n"),
            (string?)body["text"]);
        Assert.Equal("infra-001", (string?)body["data"]!["issue_id"]);
        Assert.Contains("/helm:ack infra-001", body["commands"]!.AsArray().Select(one => (string?)one));
    }

    [Fact]
    public async Task A_receiver_that_is_busy_is_asked_again_after_the_time_it_names_and_one_that_refuses_is_not()
    {
        var answers = new Queue<int>([429, 200, 400]);
        await using var receiver = await Loopback.StartAsync((_, http, _) =>
        {
            http.Response.StatusCode = answers.Dequeue();
            http.Response.Headers.RetryAfter = "60";
            return Task.CompletedTask;
        });
        await using var helm = await WebhookAsync(receiver);
        await helm.PassAsync();
        await helm.PassAsync(0.9);
        Assert.Single(receiver.Requests);
        await helm.PassAsync(0.2);
        Assert.Equal(2, receiver.Requests.Count);

        helm.Function.ErrorRate = 0;
        for (var check = 0; check < 5; check++)
        {
            await helm.PassAsync();
        }

        var dead = Assert.Single(await helm.Get<IOutboxStore>().ListAsync(OutboxState.Dead, 10, Cancellation));
        Assert.Equal("alert.resolved", dead.Message.Kind);
        Assert.Contains("answered 400", dead.Reason, StringComparison.Ordinal);
        Assert.Equal(3, receiver.Requests.Count);
    }

    [Fact]
    public async Task A_pager_gets_one_incident_that_is_triggered_acknowledged_and_resolved()
    {
        await using var pagerDuty = await Loopback.StartAsync((_, http, _) =>
        {
            http.Response.StatusCode = 202;
            return http.Response.WriteAsync("""{"status":"success"}""");
        });
        Environment.SetEnvironmentVariable("HELM_TEST_ROUTING_KEY", "R0UT1NG");
        await using var helm = await HelmWithConnectors.StartAsync(new()
        {
            ["Helm:Alerting:Enabled"] = "true",
            ["Helm:Alerting:Channels:0"] = "oncall",
            ["Helm:Alerting:Destinations:oncall:Channel"] = "pagerduty",
            ["Helm:Alerting:Destinations:oncall:Address"] = "primary",
            ["Helm:Connectors:PagerDuty:EventsUrl"] = $"{pagerDuty.Url}v2/enqueue",
            ["Helm:Connectors:PagerDuty:RoutingKeys:primary"] = "env:HELM_TEST_ROUTING_KEY",
            ["Helm:Issues:ResolveAfter"] = "1",
        });
        await helm.PassAsync();
        await helm.Get<Quiet>().AcknowledgeAsync("infra-001", "Alice", Cancellation);
        await helm.SettleAsync();
        helm.Function.ErrorRate = 0;
        await helm.PassAsync();

        var events = pagerDuty.Requests.Select(request => JsonNode.Parse(request.Text)!).ToList();
        Assert.Equal(["trigger", "acknowledge", "resolve"], events.Select(one => (string?)one["event_action"]));
        Assert.Single(events.Select(one => (string?)one["dedup_key"]).Distinct());
        Assert.All(events, one => Assert.Equal("R0UT1NG", (string?)one["routing_key"]));
        var payload = events[0]["payload"]!;
        Assert.Equal(("critical", "api-lambda", "prod", "error_rate"), ((string?)payload["severity"], (string?)payload["source"], (string?)payload["group"], (string?)payload["class"]));
        Assert.DoesNotContain("R0UT1NG", (await helm.Get<IOutboxStore>().ListAsync(null, 10, Cancellation))[0].Message.Body, StringComparison.Ordinal);
    }

    private static Task<HelmWithConnectors> WebhookAsync(Loopback receiver)
    {
        Environment.SetEnvironmentVariable("HELM_TEST_WEBHOOK_SECRET", Secret);
        return HelmWithConnectors.StartAsync(new()
        {
            ["Helm:Alerting:Enabled"] = "true",
            ["Helm:Alerting:Channels:0"] = "hook",
            ["Helm:Alerting:Destinations:hook:Channel"] = "webhook",
            ["Helm:Alerting:Destinations:hook:Address"] = "receiver",
            ["Helm:Connectors:Webhook:Endpoints:receiver:Url"] = $"{receiver.Url}alerts",
            ["Helm:Connectors:Webhook:Endpoints:receiver:Secret"] = "env:HELM_TEST_WEBHOOK_SECRET",
            ["Helm:Issues:ResolveAfter"] = 1.ToString(CultureInfo.InvariantCulture),
        });
    }
}
