using System.Text;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;

namespace Helm.Operations.Tests;

public sealed class RegistryParserTests
{
    private const string Specification =
        """
        {
          "deployments": [
            {
              "id": "deploy-12345",
              "domain": "infrastructure",
              "environment": "prod",
              "faber_plugin": "fractary-faber-cloud",
              "helm_plugin": "fractary-helm-cloud",
              "deployed_at": "2025-11-03T10:30:00Z",
              "deployed_by": "faber-workflow-abc",
              "work_item": "https://github.com/org/repo/issues/123",
              "resources": [
                {"type": "lambda", "name": "api-handler", "arn": "arn:aws:lambda:..."},
                {"type": "s3", "name": "uploads", "arn": "arn:aws:s3:::..."}
              ],
              "monitoring": {
                "enabled": true,
                "helm_manager": "fractary-helm-cloud:ops-manager",
                "health_check_interval": "5m",
                "alert_channels": ["slack-ops"],
                "something_new": {"nested": [1, 2]}
              },
              "cost_center": 42
            }
          ],
          "version": "2"
        }
        """;

    [Fact]
    public void The_specifications_file_is_read_and_what_it_adds_is_left_alone()
    {
        var deployment = Assert.Single(Parse(Specification).Deployments);

        Assert.Equal("deploy-12345", deployment.Id);
        Assert.Equal("infrastructure", deployment.Domain);
        Assert.Equal("prod", deployment.Environment);
        Assert.Equal("fractary-faber-cloud", deployment.CreatedBy);
        Assert.Equal("fractary-helm-cloud", deployment.WatchedBy);
        Assert.Equal(new DateTimeOffset(2025, 11, 3, 10, 30, 0, TimeSpan.Zero), deployment.DeployedAt);
        Assert.Equal("faber-workflow-abc", deployment.DeployedBy);
        Assert.Equal("https://github.com/org/repo/issues/123", deployment.WorkItem);
        Assert.Equal(
            [new("lambda", "api-handler", "arn:aws:lambda:..."), new DeployedResource("s3", "uploads", "arn:aws:s3:::...")],
            deployment.Resources);
        Assert.Equal(TimeSpan.FromMinutes(5), deployment.Monitoring.HealthCheckInterval);
        Assert.Equal(["slack-ops"], deployment.Monitoring.AlertChannels);
    }

    [Theory]
    [InlineData("2025-11-03T10:30:00", 10, 30)]
    [InlineData("2025-11-03T10:30:00.123456", 10, 30)]
    [InlineData("2025-11-03T12:30:00+02:00", 10, 30)]
    public void A_time_without_a_zone_is_UTC(string text, int hour, int minute)
    {
        var time = Assert.Single(Parse(Specification.Replace("2025-11-03T10:30:00Z", text, StringComparison.Ordinal)).Deployments).DeployedAt;

        Assert.Equal(TimeSpan.Zero, time.Offset);
        Assert.Equal((hour, minute), (time.Hour, time.Minute));
    }

    [Theory]
    [InlineData("\"type\": \"s3\", ", "", "deployments[0].resources[1].type: is missing; expected a resource type such as lambda")]
    [InlineData("\"type\": \"s3\"", "\"type\": 7", "deployments[0].resources[1].type: is a number; expected a resource type such as lambda")]
    [InlineData("\"type\": \"s3\"", "\"type\": \" \"", "deployments[0].resources[1].type: is empty; expected a resource type such as lambda")]
    [InlineData("\"5m\"", "\"soon\"", "deployments[0].monitoring.health_check_interval: 'soon' is not an interval; expected a duration such as 30s, 5m, 1h or 30d")]
    [InlineData("\"5m\"", "\"0s\"", "deployments[0].monitoring.health_check_interval: '0s' is not an interval; expected a duration such as 30s, 5m, 1h or 30d")]
    [InlineData("\"enabled\": true", "\"enabled\": \"yes\"", "deployments[0].monitoring.enabled: is text; expected true or false")]
    [InlineData("2025-11-03T10:30:00Z", "yesterday", "deployments[0].deployed_at: 'yesterday' is not a time; expected a time such as 2025-11-03T10:30:00Z")]
    [InlineData("[\"slack-ops\"]", "\"slack-ops\"", "deployments[0].monitoring.alert_channels: is text; expected a list of texts")]
    [InlineData("\"uploads\"", "\"up\\u001bloads\"", "deployments[0].resources[1].name: is longer than 1024 or has control characters; expected the resource's name")]
    [InlineData("\"deployments\"", "\"deployment\"", "deployments: is missing; expected a list")]
    public void An_error_names_the_field_and_what_was_expected(string original, string replacement, string error)
    {
        var reading = Parse(Specification.Replace(original, replacement, StringComparison.Ordinal));

        Assert.Empty(reading.Deployments);
        Assert.Equal(error, Assert.Single(reading.Errors).ToString());
    }

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var reading = RegistryParser.ParseDeployment("{}"u8.ToArray());

        Assert.Equal(
            ["id", "domain", "environment", "deployed_at", "resources"], reading.Errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"deployments\": [{\"id\": ")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public void What_is_no_document_is_refused_as_a_whole(string text) =>
        Assert.Equal("document", Assert.Single(Parse(text).Errors).Field);

    [Fact]
    public void An_id_that_is_used_twice_is_named()
    {
        const string deployment =
            """{"id": "d", "domain": "x", "environment": "prod", "deployed_at": "2025-11-03T10:30:00Z", "resources": []}""";

        var reading = Parse($$"""{"deployments": [{{deployment}}, {{deployment}}]}""");

        Assert.Equal(
            "deployments[1].id: 'd' is used twice; expected an id of its own", Assert.Single(reading.Errors).ToString());
    }

    private static RegistryReading Parse(string json) => RegistryParser.ParseDocument(Encoding.UTF8.GetBytes(json));
}
