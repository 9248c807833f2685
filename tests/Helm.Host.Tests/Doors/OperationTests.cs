using System.Net;
using System.Text.Json.Nodes;
using Helm.Host.Tests.Drivers;

namespace Helm.Host.Tests.Doors;

public sealed class OperationTests : IAsyncLifetime
{
    private HelmAtWork _helm = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _helm = await HelmAtWork.StartAsync();

    public ValueTask DisposeAsync() => _helm.DisposeAsync();

    [Fact]
    public async Task Ready_names_every_part_and_its_state()
    {
        using var response = await _helm.SendAsync(HttpMethod.Get, "/readyz");
        var report = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
        var parts = report["parts"]!.AsArray().ToDictionary(part => (string)part!["name"]!, part => (string)part!["state"]!);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("ready", (string?)report["status"]);
        Assert.Equal(["credentials", "database", "engines", "language", "outbox"], parts.Keys.Order());
        Assert.Equal("ready", parts["database"]);
        Assert.Equal("off", parts["credentials"]);
    }

    [Fact]
    public async Task Metrics_are_in_the_form_that_Prometheus_reads()
    {
        await _helm.AskAsync("status");
        await _helm.AskAsync("status");
        var lines = (await _helm.Http.GetStringAsync("/metrics", Cancellation)).Split('\n');

        Assert.Contains("helm_up 1", lines);
        Assert.Contains("helm_open_issues{severity=\"critical\"} 0", lines);
        Assert.Contains(lines, line => line.StartsWith("helm_turns_total{intent=\"status_query\"} ", StringComparison.Ordinal));
        Assert.Contains("# TYPE helm_turn_duration_seconds summary", lines);
        Assert.Contains(lines, line => line.StartsWith("helm_turn_duration_seconds_count{", StringComparison.Ordinal));
        Assert.All(lines.Where(line => line.Length > 0 && line[0] != '#'), line => Assert.Matches(@"^[a-z_]+(\{[a-z_]+=""[^""]*""(,[a-z_]+=""[^""]*"")*\})? -?[0-9.E+-]+$", line));
    }

    [Fact]
    public async Task The_OpenAPI_document_lists_every_address()
    {
        var document = JsonNode.Parse(await _helm.Http.GetStringAsync("/openapi/v1.json", Cancellation))!;
        var paths = document["paths"]!.AsObject().Select(path => path.Key).ToList();

        Assert.StartsWith("3.", (string?)document["openapi"], StringComparison.Ordinal);
        Assert.Superset(
            new HashSet<string>
            {
                "/api/ask", "/api/status", "/api/dashboard", "/api/issues", "/api/issues/{id}", "/api/deployments", "/api/domains",
                "/api/health-checks", "/api/vocabulary", "/api/messages", "/healthz", "/readyz", "/metrics",
            },
            paths.ToHashSet());
    }
}
