using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Tests.Cloud;

/// <summary>What changes something is sent at most once.</summary>
public sealed class MutationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("reset", true)]
    [InlineData("reset", false)]
    [InlineData("error500", false)]
    [InlineData("html", false)]
    [InlineData("truncated", false)]
    public async Task A_change_is_sent_exactly_once_and_its_fate_is_called_ambiguous(string kind, bool after)
    {
        await using var practice = await Practice.StartAsync();
        var connection = await practice.ConnectAsync("prod");
        await practice.Door.SpoilAsync(new { kind, service = "rds", operation = "RebootDBInstance", after });

        var fault = await Assert.ThrowsAsync<CloudException>(() => connection.Rds.RebootDBInstanceAsync("orders-db", Stop));

        Assert.Equal(CloudFaultKind.Ambiguous, fault.Kind);
        Assert.Equal(1, await practice.Door.ArrivedAsync("rds:RebootDBInstance"));
    }

    [Fact]
    public async Task A_change_that_hangs_is_sent_exactly_once()
    {
        await using var practice = await Practice.StartAsync(("CallTimeout", "1s"));
        var connection = await practice.ConnectAsync("prod");
        await practice.Door.SpoilAsync(new { kind = "latency", delay_ms = 60000, operation = "RebootDBInstance" });

        var fault = await Assert.ThrowsAsync<CloudException>(() => connection.Rds.RebootDBInstanceAsync("orders-db", Stop));

        Assert.Equal(CloudFaultKind.Ambiguous, fault.Kind);
        Assert.Equal(1, await practice.Door.ArrivedAsync("rds:RebootDBInstance"));
    }

    [Fact]
    public async Task A_change_that_was_throttled_was_not_made_and_is_sent_again()
    {
        await using var practice = await Practice.StartAsync();
        var connection = await practice.ConnectAsync("prod");
        await practice.Door.SpoilAsync(new { kind = "throttle", operation = "UpdateFunctionConfiguration", count = 2 });

        var function = await connection.Lambda.UpdateDescriptionAsync("api-lambda", "Restarted by Helm", null, Stop);

        Assert.Equal("Restarted by Helm", function.Description);
        Assert.Equal(3, await practice.Door.ArrivedAsync("lambda:UpdateFunctionConfiguration"));
    }

    [Fact]
    public async Task A_stale_revision_is_refused_and_nothing_is_sent_again()
    {
        await using var practice = await Practice.StartAsync();
        var connection = await practice.ConnectAsync("prod");

        var fault = await Assert.ThrowsAsync<CloudException>(
            () => connection.Lambda.UpdateDescriptionAsync("api-lambda", "late", "00000000-0000-0000-0000-000000000000", Stop));

        Assert.Equal(CloudFaultKind.Refused, fault.Kind);
        Assert.Equal("PreconditionFailedException", fault.Code);
        Assert.Equal(1, await practice.Door.ArrivedAsync("lambda:UpdateFunctionConfiguration"));
    }
}
