using Helm.Operations.Checks;
using Helm.Operations.Issues;

namespace Helm.Storage.Tests;

public sealed class IssueLifeTests(PostgreSqlCluster cluster) : ReportedTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_specifications_issue_is_written_as_the_specification_has_it(Provider provider)
    {
        var helm = await DeployedAsync(provider);

        await ReportAsync(helm, 5.2m);
        var issue = Assert.Single(await OpenAsync(helm));

        Assert.Equal("infra-001", issue.IssueId);
        Assert.Equal(Severity.Critical, issue.Severity);
        Assert.Equal("API Lambda error rate SLO breach", issue.Summary.Title);
        Assert.Equal("Error rate 5.2% exceeds SLO target of 0.1%", issue.Summary.Description);
        Assert.Equal(["High error rate (5.2%)"], issue.Summary.Symptoms);
        Assert.Equal("helm-cloud:ops-monitor", issue.Detection.DetectedBy);
        Assert.Equal(Clock.Now.AddMinutes(-5), issue.Detection.DetectedAt);
        Assert.Equal(65, issue.Impact.RequestsAffected);
        Assert.Equal(1250, issue.Impact.RequestsTotal);
        Assert.True(issue.Impact.UsersAffected!.IsAll);
        Assert.Equal("unavailable for 5.2% of requests", issue.Impact.BusinessImpact);
        Assert.Equal(840, issue.Priority);

        Clock.Advance(minutes: 18);
        Assert.Equal(840, (await OpenAsync(helm))[0].Priority);
        Clock.Advance(minutes: 8);
        Assert.Equal(870, (await OpenAsync(helm))[0].Priority);
        Clock.Advance(minutes: 30);
        Assert.Equal(900, (await OpenAsync(helm))[0].Priority);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_flapping_metric_opens_one_issue_and_resolves_it_after_three_healthy_windows(Provider provider)
    {
        var helm = await DeployedAsync(provider);

        foreach (var rate in new[] { 5.2m, 0.05m, 5.2m, 0.05m, 0.05m, 5.2m, 0.05m, 0.05m })
        {
            await ReportAsync(helm, rate);
            Assert.Equal("infra-001", Assert.Single(await OpenAsync(helm)).IssueId);
        }

        await ReportAsync(helm, 0.05m);

        Assert.Empty(await OpenAsync(helm));
        var issue = await helm.Get<IIssueReader>().FindAsync("INFRA-001", Cancellation);
        Assert.Equal(IssueStatus.Resolved, issue!.Status);
        Assert.Equal(Clock.Now, issue.Metadata.ResolvedAt);
        Assert.Equal("Resolved: Error rate back within its target (0.05%)", issue.Timeline[^1].Event);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_breach_soon_after_the_end_opens_the_same_issue_again_and_a_late_one_a_new(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ReportAsync(helm, 5.2m);
        await ReportAsync(helm, 0.05m, 0.05m, 0.05m);

        await ReportAsync(helm, 5.2m);
        Assert.Equal("infra-001", Assert.Single(await OpenAsync(helm)).IssueId);

        await ReportAsync(helm, 0.05m, 0.05m, 0.05m);
        Clock.Advance(minutes: 31);
        await ReportAsync(helm, 5.2m);
        Assert.Equal("infra-002", Assert.Single(await OpenAsync(helm)).IssueId);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Unknown_neither_opens_nor_resolves(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ReportAsync(helm, null, null);
        Assert.Empty(await OpenAsync(helm));

        await ReportAsync(helm, 5.2m, 0.05m, 0.05m);
        await ReportAsync(helm, null, null, null, null);
        Assert.Single(await OpenAsync(helm));

        await ReportAsync(helm, 0.05m);
        Assert.Empty(await OpenAsync(helm));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_issue_is_opened_only_after_as_many_windows_as_configured(Provider provider)
    {
        Set("Helm:Issues:OpenAfter", "2");
        var helm = await DeployedAsync(provider);

        await ReportAsync(helm, 5.2m, 0.05m, 5.2m);
        Assert.Empty(await OpenAsync(helm));

        await ReportAsync(helm, 5.2m);
        var issue = Assert.Single(await OpenAsync(helm));
        Assert.Equal(Clock.Now.AddMinutes(-10), issue.Detection.DetectedAt);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_report_that_is_applied_twice_counts_once(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ReportAsync(helm, 5.2m, 0.05m, 0.05m);
        var report = Sample.ErrorRate(Deployed, Clock.Now, 0.05m);

        Assert.Equal(ReportOutcome.AppliedBefore, await ApplyAsync(helm, report));
        Assert.Single(await OpenAsync(helm));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Numbers_are_renewed_and_the_severity_goes_up_but_not_down(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ReportAsync(helm, 0.2m);
        Assert.Equal(Severity.Medium, (await OpenAsync(helm))[0].Severity);

        await ReportAsync(helm, 5.2m);
        var worse = (await OpenAsync(helm))[0];
        Assert.Equal(Severity.Critical, worse.Severity);
        Assert.Equal("Severity raised from medium to critical: High error rate (5.2%)", worse.Timeline[^1].Event);

        await ReportAsync(helm, 0.3m);
        var better = (await OpenAsync(helm))[0];
        Assert.Equal(Severity.Critical, better.Severity);
        Assert.Equal(0.3m, better.Impact.SloCurrent);
    }
}
