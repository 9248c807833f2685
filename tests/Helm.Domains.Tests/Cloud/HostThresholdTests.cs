using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Checks;
using Helm.Domains.Cloud.CloudWatch;
using Helm.Operations.Monitoring;

namespace Helm.Domains.Tests.Cloud;

/// <summary>A machine is judged by the documents' thresholds: 85 % of CPU and memory, 90 % of disk, and whether it answers at all.</summary>
public sealed class HostThresholdTests
{
    private static readonly ResourceKind Host = CloudKinds.All.Single(kind => kind.Names[0] == "ec2");

    [Theory]
    [InlineData(84.9, 84.9, 89.9, 0, Health.Healthy, "")]
    [InlineData(86, 10, 10, 0, Health.Degraded, "cpu_utilization")]
    [InlineData(10, 86, 10, 0, Health.Degraded, "memory_utilization")]
    [InlineData(10, 10, 91, 0, Health.Degraded, "disk_utilization")]
    [InlineData(10, 10, 10, 1, Health.Unhealthy, "status_check_failed")]
    public void A_threshold_that_is_crossed_is_named(double cpu, double memory, double disk, double failed, Health health, string indicator)
    {
        var judged = Judged(Measured(cpu), Measured(failed), Measured(memory), Measured(disk));

        Assert.Equal(health, judged.Health);
        Assert.Equal(
            indicator.Length == 0 ? [] : [indicator],
            judged.Observations.Where(one => one.Health is Health.Degraded or Health.Unhealthy).Select(one => one.Indicator));
    }

    [Fact]
    public void Without_the_agent_memory_and_disk_are_not_made_up()
    {
        var judged = Judged(Measured(10), Measured(0), Measured(), Measured());

        Assert.Equal(Health.Healthy, judged.Health);
        Assert.Null(judged.Metrics["memory_utilization"]);
    }

    [Fact]
    public void A_machine_that_reports_nothing_is_unknown() =>
        Assert.Equal(Health.Unknown, Judged(Measured(), Measured(), Measured(), Measured()).Health);

    private static ResourceHealth Judged(params MetricSeries[] series)
    {
        var resource = new DeployedResource("ec2", "i-0123456789abcdef0");
        var deployment = new Deployment { Id = "d", Domain = "infrastructure", Environment = "prod", DeployedAt = default, Resources = [resource] };
        var window = MetricWindow.Before(new(2025, 11, 3, 10, 45, 0, TimeSpan.Zero), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));
        return new Judge(new Expectations(new CloudOptions()), window).Of(new Subject(deployment, resource, Host) { Series = series });
    }

    private static MetricSeries Measured(params double[] values)
    {
        var series = new MetricSeries { Status = SeriesStatus.Complete };
        series.Points.AddRange(values.Select((value, place) => (place * 60d, value)));
        return series;
    }
}
