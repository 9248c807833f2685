using Helm.Operations.Issues;

namespace Helm.Operations.Tests.Investigation;

public sealed class InvestigatorTests
{
    [Fact]
    public async Task Whoever_waits_can_see_whose_logs_are_read_until_it_is_over()
    {
        var source = new BlockedSource();
        var investigator = source.Investigator();

        var running = investigator.InvestigateAsync(Issue, TestContext.Current.CancellationToken);
        Assert.Equal(["api-lambda"], investigator.ReadingFor("infra-001"));
        Assert.Empty(investigator.ReadingFor("infra-002"));
        source.Logs.SetResult([]);
        await running;

        Assert.Empty(investigator.ReadingFor("infra-001"));
    }

    private static Issue Issue { get; } = new()
    {
        IssueId = "infra-001",
        Domain = "infrastructure",
        Environment = "prod",
        Severity = Severity.Critical,
        Status = IssueStatus.Active,
        Detection = new(DateTimeOffset.UnixEpoch, "helm-cloud:ops-monitor", "health-check"),
        Resource = new("lambda", "api-lambda", null, null),
        Summary = new("API Lambda error rate SLO breach", "", []),
        Impact = new() { SloBreach = true, SloMetric = "error_rate" },
        Metadata = new() { CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch },
    };
}
