using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Connectors.Alertmanager;
using Helm.Connectors.Tests.Drivers;
using Helm.Operations.Alerts;
using Helm.Operations.Issues;

namespace Helm.Connectors.Tests;

/// <summary>Beside the real Alertmanager of Debian.</summary>
public sealed class RealAlertmanagerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Helms_alerts_are_there_and_what_it_tells_of_others_becomes_issues_here()
    {
        Assert.SkipUnless(File.Exists(RealAlertmanager.Program), "prometheus-alertmanager is not installed");
        await using var webhook = await Loopback.StartAsync((_, _, _) => Task.CompletedTask);
        await using var alertmanager = await RealAlertmanager.StartAsync(webhook.Url);
        await using var helm = await StartAsync(alertmanager);
        await helm.PassAsync(0);

        var there = Assert.Single(await alertmanager.ListAsync("alerts"))!;
        Assert.Equal(("API Lambda error rate SLO breach", "critical", "api-lambda", "prod"),
            ((string?)there["labels"]!["alertname"], (string?)there["labels"]!["severity"], (string?)there["labels"]!["resource"], (string?)there["labels"]!["environment"]));

        var own = await ToldAsync(webhook, "firing", "api-lambda");
        Assert.Equal("Bearer " + RealAlertmanager.Secret, own.Headers["Authorization"]);
        Assert.Empty(Read(own));

        await alertmanager.AlertAsync(new() { ["alertname"] = "HighLatency", ["service"] = "cart", ["severity"] = "critical", ["env"] = "prod" });
        await helm.Get<IOutsideAlerts>().TakeInAsync(Read(await ToldAsync(webhook, "firing", "cart")), Cancellation);
        await helm.Get<OutsideIntake>().RunAsync(Cancellation);
        Assert.Contains("Cart alert HighLatency", (await helm.Get<IIssueReader>().ListAsync(new(), Cancellation)).Select(issue => issue.Summary.Title));

        helm.Function.ErrorRate = 0;
        await helm.PassAsync();
        await ToldAsync(webhook, "resolved", "api-lambda");
    }

    [Fact]
    public async Task What_is_silenced_or_ended_in_one_is_so_in_the_other()
    {
        Assert.SkipUnless(File.Exists(RealAlertmanager.Program), "prometheus-alertmanager is not installed");
        await using var alertmanager = await RealAlertmanager.StartAsync(new Uri("http://127.0.0.1:1/"));
        await using var helm = await StartAsync(alertmanager);
        var (exchange, system) = (helm.Get<SilenceExchange>(), helm.Get<IOutsideSilences>());
        var (quiet, book) = (helm.Get<Quiet>(), helm.Get<IAlertBook>());
        var until = helm.Clock.Now.AddHours(2);
        var ours = await quiet.SilenceAsync(new() { Resource = "redis", From = helm.Clock.Now, Until = until, By = "Alice" }, Cancellation);
        var theirs = await alertmanager.SilenceAsync("environment", "staging", until);
        await alertmanager.SilenceAsync("alertname", "Watchdog", until);
        await exchange.RunAsync(system, Cancellation);
        await exchange.RunAsync(system, Cancellation);

        var there = (await alertmanager.ListAsync("silences")).Select(one => $"{one!["matchers"]![0]!["name"]}={one["matchers"]![0]!["value"]}").Order(StringComparer.Ordinal);
        Assert.Equal(["alertname=Watchdog", "environment=staging", "resource=redis"], there);
        var here = await book.SilencesAsync(Cancellation);
        Assert.Equal(["redis Alice", $"staging alertmanager:{theirs}"], here.Select(one => $"{one.Resource ?? one.Environment} {one.By}"));

        await alertmanager.EndAsync(theirs);
        await quiet.EndAsync(new() { Id = ours.Id, From = default, Until = default, By = "" }, maintenanceOnly: false, Cancellation);
        await exchange.RunAsync(system, Cancellation);

        Assert.Empty(await book.SilencesAsync(Cancellation));
        Assert.Equal(["alertname"], (await alertmanager.ListAsync("silences")).Where(one => (string?)one!["status"]!["state"] != "expired").Select(one => (string?)one!["matchers"]![0]!["name"]));
    }

    private static List<OutsideAlert> Read(Received told)
    {
        using var document = JsonDocument.Parse(told.Body);
        return AlertmanagerPayload.Read(document.RootElement);
    }

    private static async Task<Received> ToldAsync(Loopback webhook, string status, string about)
    {
        for (var look = 0; look < 200; look++)
        {
            if (webhook.Requests.FirstOrDefault(request => (string?)JsonNode.Parse(request.Text)!["status"] == status && request.Text.Contains($"\"{about}\"", StringComparison.Ordinal)) is { } told)
            {
                return told;
            }

            await Task.Delay(100, Cancellation);
        }

        Assert.Fail($"Alertmanager never told that it is {status}.");
        throw new InvalidOperationException();
    }

    private static async Task<HelmWithConnectors> StartAsync(RealAlertmanager alertmanager)
    {
        var helm = await HelmWithConnectors.StartAsync(new()
        {
            ["Helm:Alerting:Enabled"] = "true",
            ["Helm:Alerting:Channels:0"] = "prometheus",
            ["Helm:Alerting:Destinations:prometheus:Channel"] = "alertmanager",
            ["Helm:Alerting:Destinations:prometheus:Address"] = "main",
            ["Helm:Connectors:Alertmanager:Url"] = alertmanager.Address.ToString(),
            ["Helm:Issues:ResolveAfter"] = "1",
        });
        helm.Clock.Now = TimeProvider.System.GetUtcNow().AddMinutes(-10); // Alertmanager has its own, and what is over has to lie behind it
        return helm;
    }
}
