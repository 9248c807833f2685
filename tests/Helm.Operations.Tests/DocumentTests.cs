using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Operations.Checks;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;
using NSubstitute;

namespace Helm.Operations.Tests;

public sealed class DocumentTests
{
    private static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    [Fact]
    public void The_domain_registry_has_the_schema_of_the_specification()
    {
        var monitor = Substitute.For<IDomainMonitor>();
        monitor.Registration.Returns(new DomainRegistration
        {
            Domain = "infrastructure",
            Plugin = "fractary-helm-cloud",
            Version = "1.0.0",
            Manager = "ops-manager",
            Capabilities = ["health-check"],
            Environments = ["test", "prod"],
            Slos = new Dictionary<string, SloTarget> { ["p95_latency"] = new(200, "ms") },
            EscalationChannels = ["slack-ops"],
            IssuePrefix = "infra",
        });

        var document = JsonSerializer.SerializeToNode(new DomainRegistry([monitor], TimeProvider.System).Document(), SnakeCase)!;
        var updatedAt = document["updated_at"]!.GetValue<string>();
        document.AsObject().Remove("updated_at");

        Assert.EndsWith("+00:00", updatedAt, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(
            """
            {
              "version": "1.0.0",
              "monitors": [
                {
                  "domain": "infrastructure",
                  "plugin": "fractary-helm-cloud",
                  "version": "1.0.0",
                  "manager": "ops-manager",
                  "capabilities": ["health-check"],
                  "environments": ["test", "prod"],
                  "slos": {"p95_latency": {"target": 200, "unit": "ms"}},
                  "escalation_channels": ["slack-ops"]
                }
              ]
            }
            """), document));
    }

    [Fact]
    public void A_deployment_goes_to_the_monitor_it_names_and_else_to_that_of_its_domain()
    {
        var cloud = MonitorOf("infrastructure", "fractary-helm-cloud");
        var app = MonitorOf("application", "fractary-helm-app");
        var registry = new DomainRegistry([cloud, app], TimeProvider.System);

        Assert.Same(app, registry.MonitorFor(Deployed("infrastructure", "fractary-helm-app")));
        Assert.Same(cloud, registry.MonitorFor(Deployed("infrastructure", null)));
        Assert.Same(cloud, registry.MonitorFor(Deployed("infrastructure", "no-such-plugin")));
        Assert.Null(registry.MonitorFor(Deployed("design", null)));
    }

    [Fact]
    public void A_health_report_has_the_schema_of_the_specification()
    {
        var lambda = new DeployedResource("lambda", "api-lambda");
        var report = new HealthReport
        {
            Timestamp = new(2025, 11, 3, 10, 35, 0, TimeSpan.Zero),
            DeploymentId = "deploy-1",
            Environment = "prod",
            Domain = "infrastructure",
            Resources =
            [
                new()
                {
                    Resource = lambda,
                    Health = Health.Degraded,
                    Metrics = new Dictionary<string, decimal?> { ["errors"] = 65, ["error_rate"] = 5.2m, ["throttles"] = null },
                },
            ],
        };

        var document = JsonSerializer.SerializeToNode(
            HealthReportDocument.From(report, new Dictionary<DeployedResource, string> { [lambda] = "infra-001" }), SnakeCase);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(
            """
            {
              "timestamp": "2025-11-03T10:35:00+00:00",
              "deployment_id": "deploy-1",
              "environment": "prod",
              "domain": "infrastructure",
              "status": "DEGRADED",
              "summary": {"total": 1, "healthy": 0, "degraded": 1, "unhealthy": 0},
              "resources": [
                {
                  "name": "api-lambda",
                  "type": "lambda",
                  "status": "DEGRADED",
                  "metrics": {"errors": 65, "error_rate": 5.2, "throttles": null},
                  "issue_created": "infra-001"
                }
              ]
            }
            """), document));
    }

    [Theory]
    [InlineData("\"all\"", null)]
    [InlineData("57", 57L)]
    public void Users_affected_is_all_or_a_number(string json, long? count)
    {
        var users = JsonSerializer.Deserialize<UsersAffected>(json);

        Assert.Equal(new UsersAffected(count), users);
        Assert.Equal(json, JsonSerializer.Serialize(users));
    }

    private static IDomainMonitor MonitorOf(string domain, string plugin)
    {
        var monitor = Substitute.For<IDomainMonitor>();
        monitor.Registration.Returns(new DomainRegistration
        {
            Domain = domain,
            Plugin = plugin,
            Version = "1",
            Manager = "m",
            IssuePrefix = domain,
        });
        return monitor;
    }

    private static Deployment Deployed(string domain, string? watchedBy) =>
        new() { Id = "d", Domain = domain, Environment = "prod", DeployedAt = default, WatchedBy = watchedBy };
}
