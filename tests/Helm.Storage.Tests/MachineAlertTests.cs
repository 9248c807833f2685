using System.Text.Json.Nodes;
using Helm.Operations.Changes;
using Helm.Operations.Checks;
using Helm.Operations.Delivery;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace Helm.Storage.Tests;

/// <summary>Whoever runs a machine is told when it comes to its end, though that breaks no promise to users.</summary>
public sealed class MachineAlertTests : StorageTests
{
    private readonly IDeliveryChannel _pager = Substitute.For<IDeliveryChannel>();
    private readonly List<OutboxMessage> _told = [];

    public MachineAlertTests(PostgreSqlCluster cluster)
        : base(cluster)
    {
        _pager.Name.Returns("pager");
        _pager.SendAsync(Arg.Do<OutboxMessage>(_told.Add), Arg.Any<CancellationToken>()).Returns(new DeliveryOutcome.Delivered());
        Configure = services => services.AddSingleton(_pager);
        Set("Helm:Alerting:Enabled", "true");
        Set("Helm:Alerting:Destinations:ops:Channel", "pager");
        Set("Helm:Alerting:Destinations:ops:Address", "#ops");
        Set("Helm:Alerting:Channels:0", "ops");
        Set("Helm:Investigation:Automatic", "false");
    }

    [Theory]
    [InlineData("ec2", "cpu_utilization", 91.30000000000013, 85, "91.3")]
    [InlineData("ec2", "memory_utilization", 85.0003, 85, "85.0003")]
    [InlineData("ec2", "disk_utilization", 96, 90, "96")]
    [InlineData("ecs", "memory_utilization", 90, 85, "90")]
    [InlineData("rds", "read_latency", 91, 50, null)]
    public async Task Its_thresholds_are_told_with_rounded_numbers_and_signs_of_other_kinds_are_not(string type, string indicator, decimal value, decimal target, string? told)
    {
        var helm = await StartAsync(Provider.Sqlite);
        var deployment = Sample.Deployment("deploy-1", [new DeployedResource(type, "runner")]);
        await helm.Get<DeploymentRegistry>().RegisterAsync(deployment, Cancellation);
        await helm.Get<IReportLedger>().ApplyAsync(Crossed(Sample.ErrorRate(deployment, Clock.Now, 0), indicator, value, target), Sample.Infrastructure, null, Cancellation);

        await helm.Get<ChangeFeed>().RunAsync("alerts", Cancellation);
        await helm.Get<OutboxDispatcher>().RunDueAsync("pager", Cancellation);

        Assert.Equal(told is null ? [] : [told], _told.Select(message => JsonNode.Parse(message.Body)!["impact"]!["slo_current"]!.ToString()));
    }

    private static HealthReport Crossed(HealthReport report, string indicator, decimal value, decimal target) => report with
    {
        Resources =
        [
            .. report.Resources.Select(one => one with
            {
                Health = Health.Degraded,
                Observations = [one.Observations[0] with { Indicator = indicator, Health = Health.Degraded, Value = value, Target = target, SloBreach = false, BurnRate = null, RequestsAffected = null, RequestsTotal = null }],
            }),
        ],
    };
}
