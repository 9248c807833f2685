using Helm.Domains.Tests.Cloud;
using Helm.Operations.Audits;

namespace Helm.Domains.Tests.Audits;

/// <summary>The auditors against the practice cloud.</summary>
public sealed class AuditorTests
{
    [Fact]
    public async Task Cost_tells_what_was_spent_what_was_unusual_and_what_is_little_used()
    {
        await using var practice = await Practice.StartAsync();

        var found = await AuditAsync(practice, AuditType.Cost);

        var cost = found.Cost!;
        Assert.All(found.Parts, part => Assert.Equal(PartStatus.Read, part.Status));
        Assert.Equal(8, cost.Services.Count);
        Assert.InRange(cost.Total, 4_000, 5_200);
        Assert.InRange(Math.Abs(cost.Total - cost.Services.Sum(one => one.Total)), 0, 0.05m);
        var anomaly = Assert.Single(cost.Anomalies);
        Assert.Equal(("Amazon Relational Database Service", cost.To.AddDays(-2)), (anomaly.Service, anomaly.From));
        Assert.InRange(anomaly.Times, 2.3m, 2.5m);
        Assert.Equal([("idle", "nightly-report"), ("oversized", "email-worker")], cost.Savings!.Select(saving => (saving.Kind, saving.Resource)));
    }

    [Fact]
    public async Task Security_tells_the_score_and_every_open_finding()
    {
        await using var practice = await Practice.StartAsync();

        var security = (await AuditAsync(practice, AuditType.Security)).Security!;

        Assert.Equal((56, 9, 6, 1), (security.Score, security.ControlsPassed, security.ControlsFailed, security.ControlsUnknown));
        Assert.Equal(new SeverityCounts(1, 1, 3, 1, 0), security.BySeverity);
        Assert.Equal("IAM.6", security.Findings[0].Control);
        Assert.DoesNotContain(security.Findings, finding => finding.Control == "S3.8");
    }

    [Fact]
    public async Task Compliance_tells_which_rules_are_broken_and_by_what()
    {
        await using var practice = await Practice.StartAsync();

        var compliance = (await AuditAsync(practice, AuditType.Compliance)).Compliance!;

        Assert.Equal((11, 6, 4, 1, 60m, 6), (compliance.RulesTotal, compliance.Compliant, compliance.NonCompliant, compliance.WithoutData, compliance.Percent, compliance.Violations));
        Assert.Equal("lambda-dlq-check", compliance.Broken[0].Rule);
        Assert.Equal(["api-lambda", "api-handler", "nightly-report"], compliance.Broken[0].Resources.Select(one => one.Resource));
    }

    private static Task<AuditFindings> AuditAsync(Practice practice, AuditType type) =>
        practice.Auditors.Single(auditor => auditor.Type == type).AuditAsync(new(type, "prod"), _ => { }, TestContext.Current.CancellationToken);
}
