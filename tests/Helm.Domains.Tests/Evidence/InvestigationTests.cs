using Helm.Operations.Investigation.Evidence;
using Helm.Operations.Investigation.Reports;

namespace Helm.Domains.Tests.Evidence;

/// <summary>Every scenario of the practice cloud, investigated over the wire as a real cloud would be.</summary>
public sealed class InvestigationTests
{
    [Theory]
    [InlineData("db-connections", "api-lambda", "orders-db", "resource_exhaustion")]
    [InlineData("latency-after-deploy", "checkout", "checkout", "deployment")]
    [InlineData("latency-after-deploy", "orders", "checkout", "deployment")]
    [InlineData("ecs-below-desired", "web", "web", "instance_failure")]
    [InlineData("cache-hit-falling", "cdn", "cdn", "cache")]
    [InlineData("certificate-expired", "checkout", "payment", "certificate")]
    [InlineData("lambda-out-of-memory", "api-handler", "api-handler", "resource_exhaustion")]
    [InlineData("lambda-throttled", "user-auth", "user-auth", "capacity")]
    [InlineData("storage-filling", "api-lambda", "orders-db", "resource_exhaustion")]
    [InlineData("bucket-forbidden", "cart", "uploads", "permission")]
    [InlineData("innocent-release", "checkout", "orders-db", "database")]
    [InlineData("cache-overloaded", "orders", "redis", "resource_exhaustion")]
    public async Task The_cause_of_a_fault_is_found(string scenario, string alerted, string component, string category)
    {
        var report = await ScenarioInvestigation.RunAsync(scenario, alerted);

        Assert.True((report.Verdict, report.Component, report.Category) == (Verdict.Fault, component, category), BundleJson.Write(report));
        Assert.NotEmpty(report.Evidence);
        Assert.All(report.Queries, query => Assert.Equal(64, query.Sha256.Length));
    }

    [Theory]
    [InlineData("quiet", "search")]
    [InlineData("traffic-peak", "api-lambda")]
    [InlineData("noisy-debug", "user-auth")]
    [InlineData("releases-uneventful", "payment")]
    public async Task Where_nothing_is_wrong_no_fault_is_found(string scenario, string alerted)
    {
        var report = await ScenarioInvestigation.RunAsync(scenario, alerted);

        Assert.True((report.Verdict, report.RootCause) == (Verdict.NoFault, null), BundleJson.Write(report));
    }

    [Fact]
    public async Task Exhausted_connections_are_told_with_numbers_and_remedies()
    {
        var report = await ScenarioInvestigation.RunAsync("db-connections", "api-lambda");

        Assert.Equal("Database connection pool exhausted", report.RootCause);
        Assert.Equal(["increase_rds_max_connections", "restart_lambda"], report.SuggestedRemediation.Immediate);
        var raise = report.Proposals[0];
        Assert.Equal(("orders-db", "100", "200"), (raise.Target, raise.Parameters["from"], raise.Parameters["to"]));
        Assert.Equal("api-lambda", report.Proposals[1].Target);
        Assert.Contains(report.ContributingFactors, factor => factor.StartsWith("Invocations of api-lambda rose from", StringComparison.Ordinal));
    }
}
