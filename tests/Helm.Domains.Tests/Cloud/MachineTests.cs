namespace Helm.Domains.Tests.Cloud;

/// <summary>A machine of the practice cloud from its discovery to the evidence about it.</summary>
public sealed class MachineTests
{
    [Theory]
    [InlineData("CPUUtilization", 91, "cpu_utilization")]
    [InlineData("mem_used_percent", 93, "memory_utilization")]
    [InlineData("disk_used_percent", 96, "disk_utilization")]
    [InlineData("StatusCheckFailed", 1, "status_check_failed")]
    public async Task A_machine_is_found_watched_and_looked_into(string metric, double value, string indicator)
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.ScenarioAsync(new
        {
            name = "runner-" + indicator,
            environment = "test",
            started_ago = "PT15M",
            effects = new[] { new { resource = "build-runner", metric, set = value } },
        });

        var registered = await practice.RegisteredMachineAsync();

        Assert.Equal(("build-runner", "arn:aws:ec2:us-east-1:345678901234:instance/i-0practice0runner01"), (registered.Resources[0].Name, registered.Resources[0].Arn));
        Assert.Equal([indicator], await practice.CrossedAsync(registered));
        Assert.Contains(metric, await practice.LookedAtAsync(registered));
    }
}
