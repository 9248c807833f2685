using Helm.Operations.Monitoring;

namespace Helm.Domains.Tests.Cloud;

/// <summary>Looks at what runs as Helm does: at the only machine of the test account, and at what else is registered.</summary>
internal static class MachineLooks
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>As it is discovered.</summary>
    public static async Task<Deployment> RegisteredMachineAsync(this Practice practice)
    {
        var found = Assert.Single((await practice.Finder.FindAsync("test", null, Stop)).Resources, one => one.Type == "ec2");
        return new() { Id = "d", Domain = "infrastructure", Environment = "test", DeployedAt = default, Resources = [new("ec2", found.Name, found.Arn)] };
    }

    /// <summary>The indicators that a check finds too high.</summary>
    public static async Task<string[]> CrossedAsync(this Practice practice, Deployment deployment) =>
        [.. Assert.Single(await practice.Infrastructure.CheckAsync([deployment], Stop)).Resources[0].Observations
            .Where(one => one.Health is Health.Degraded or Health.Unhealthy).Select(one => one.Indicator)];

    /// <summary>Of the only resource of the deployment.</summary>
    public static async Task<Health> StatusAsync(this Practice practice, Deployment deployment) =>
        Assert.Single(Assert.Single(await practice.Infrastructure.CheckAsync([deployment], Stop)).Resources[0].Observations, one => one.Indicator == "status").Health;

    /// <summary>The metrics that an investigation reads of it.</summary>
    public static async Task<string[]> LookedAtAsync(this Practice practice, Deployment deployment)
    {
        var now = TimeProvider.System.GetUtcNow();
        var answers = await Task.WhenAll(practice.EvidenceSources.Select(source => source.LookAsync(new([deployment], now.AddHours(-1), now), Stop)));
        return [.. answers.SelectMany(part => part).SelectMany(answer => answer.Result.Traces).Where(trace => trace.Points.Count > 30).Select(trace => trace.Metric)];
    }
}
