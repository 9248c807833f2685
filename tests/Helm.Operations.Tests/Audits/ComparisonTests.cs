using Helm.Operations.Audits;

namespace Helm.Operations.Tests.Audits;

public sealed class ComparisonTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Two_findings_more_than_last_Monday()
    {
        var last = Security(Monday, "A");
        var now = Security(Monday.AddDays(4), "A", "B", "C");

        var compared = AuditComparison.Of(now, last)!;

        Assert.Equal((2, 4, "Monday", 0m), (compared.Change, compared.DaysAgo, compared.Weekday, compared.ScoreChange));
        Assert.Equal(["B of uploads", "C of uploads"], compared.Appeared);
        Assert.Empty(compared.Gone);
    }

    [Fact]
    public void As_many_but_other_ones_are_named()
    {
        var compared = AuditComparison.Of(Security(Monday.AddHours(3), "A", "C"), Security(Monday, "A", "B"))!;

        Assert.Equal((0, 0), (compared.Change, compared.DaysAgo));
        Assert.Equal(("C of uploads", "B of uploads"), (compared.Appeared[0], compared.Gone[0]));
    }

    [Fact]
    public void Costs_are_compared_by_the_day_because_the_spans_may_differ()
    {
        var last = Report(AuditType.Cost, Monday) with { Cost = Cost(30, 100) };
        var now = Report(AuditType.Cost, Monday.AddDays(1)) with { Cost = Cost(7, 110) };

        Assert.Equal(10m, AuditComparison.Of(now, last)!.CostChangePercent);
    }

    [Fact]
    public void The_first_audit_is_compared_with_nothing() => Assert.Null(AuditComparison.Of(Security(Monday, "A"), null));

    private static CostSection Cost(int days, decimal perDay) =>
        new() { From = new(2026, 11, 1), To = new(2026, 11, 2), Days = days, Total = days * perDay, AveragePerDay = perDay };

    private static AuditReport Security(DateTimeOffset at, params string[] failed) => Report(AuditType.Security, at) with
    {
        Security = SecuritySection.Of([.. failed.Select(control => new CheckedControl(control, control, "high", "arn:aws:s3:::uploads", ControlStatus.Failed))]),
    };

    private static AuditReport Report(AuditType type, DateTimeOffset at) => new()
    {
        AuditId = "audit-001",
        Type = type,
        Environment = "prod",
        Status = AuditStatus.Complete,
        StartedAt = at,
        RequestedBy = "somebody",
    };
}
