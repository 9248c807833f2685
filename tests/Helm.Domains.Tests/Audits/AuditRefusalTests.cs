using Helm.Domains.Tests.Cloud;
using Helm.Operations.Audits;

namespace Helm.Domains.Tests.Audits;

/// <summary>What cannot be read is named with its remedy, and never told as good news.</summary>
public sealed class AuditRefusalTests
{
    [Theory]
    [InlineData(AuditType.Cost, "ce", "GetCostAndUsage", "spend", "ce:GetCostAndUsage")]
    [InlineData(AuditType.Cost, "lambda", "ListFunctions", "list of lambda", "lambda:ListFunctions")]
    [InlineData(AuditType.Cost, "monitoring", "GetMetricData", "usage", "cloudwatch:GetMetricData")]
    [InlineData(AuditType.Compliance, "config", "GetComplianceDetailsByConfigRule", "details", "config:GetComplianceDetailsByConfigRule")]
    public async Task What_one_may_not_read_is_named_by_its_action_and_the_rest_is_told(AuditType type, string service, string operation, string part, string action)
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.SpoilAsync(new { kind = "denied", service, operation });

        var found = await AuditAsync(practice, type);

        var denied = Assert.Single(found.Parts, one => one.Status != PartStatus.Read);
        Assert.Equal((part, PartStatus.Denied, action), (denied.Name, denied.Status, denied.MissingAction));
        Assert.Contains(action, denied.Remedy, StringComparison.Ordinal);
        Assert.True(found.Cost is not null || found.Compliance is { NonCompliant: 4 });
    }

    [Theory]
    [InlineData(AuditType.Security, "findings", "Security Hub")]
    [InlineData(AuditType.Compliance, "rules", "AWS Config")]
    [InlineData(AuditType.Cost, "spend", "Cost Explorer")]
    public async Task A_service_that_is_not_switched_on_is_told_as_that_and_never_as_perfect(AuditType type, string part, string service)
    {
        await using var practice = await Practice.StartAsync();

        var found = await AuditAsync(practice, type, "test");

        var missing = Assert.Single(found.Parts, one => one.Status != PartStatus.Read);
        Assert.Equal((part, PartStatus.NotEnabled), (missing.Name, missing.Status));
        Assert.Contains(service, missing.Remedy, StringComparison.Ordinal);
        Assert.Null(found.Security);
        Assert.Null(found.Compliance);
    }

    [Fact]
    public async Task A_throttled_audit_goes_on()
    {
        await using var practice = await Practice.StartAsync();
        await practice.Door.SpoilAsync(new { kind = "throttle", service = "securityhub", count = 2 });

        Assert.Equal(56, (await AuditAsync(practice, AuditType.Security)).Security?.Score);
    }

    [Fact]
    public async Task An_environment_without_an_account_is_said_to_have_none()
    {
        await using var practice = await Practice.StartAsync();

        var found = await AuditAsync(practice, AuditType.Security, "nowhere");

        Assert.Equal((PartStatus.NotConfigured, "account"), (found.Parts.Single().Status, found.Parts.Single().Name));
        Assert.Null(found.Security);
    }

    private static Task<AuditFindings> AuditAsync(Practice practice, AuditType type, string environment = "prod") =>
        practice.Auditors.Single(auditor => auditor.Type == type).AuditAsync(new(type, environment), _ => { }, TestContext.Current.CancellationToken);
}
