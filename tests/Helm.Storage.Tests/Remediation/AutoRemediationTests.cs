using Helm.Operations.Changes;
using Helm.Operations.Issues;
using Helm.Operations.Remediation;
using Helm.Operations.Remediation.Plans;
using Helm.Operations.Remediation.Policy;

namespace Helm.Storage.Tests.Remediation;

public sealed class AutoRemediationTests : RemediationTests
{
    public AutoRemediationTests(PostgreSqlCluster cluster)
        : base(cluster)
    {
        Set("Helm:Remediation:AutoRemediate", "true");
        Set("Helm:Remediation:ProductionEnvironments:0", "live");
    }

    [Fact]
    public async Task What_is_automatic_begins_by_itself_once_and_is_measured()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        await ReportAsync(helm, 5.2m);

        await FeedAsync(helm);
        await FeedAsync(helm);
        await PassAsync(helm, TimeSpan.FromMinutes(2));

        Assert.Single(Remedy.Sent);
        var record = await FoundAsync(helm);
        Assert.Equal((PlanStatus.Succeeded, "helm:automation"), (record.Status, record.Plan.RequestedBy.PersonId));
        Assert.Equal(IssueStatus.Resolved, await IssueStatusAsync(helm));
    }

    [Fact]
    public async Task In_production_nothing_begins_by_itself()
    {
        Set("Helm:Remediation:ProductionEnvironments:0", "prod");
        var helm = await DeployedAsync(Provider.Sqlite);
        await ReportAsync(helm, 5.2m);

        await FeedAsync(helm);

        Assert.Empty(await helm.Get<IRemediation>().ListAsync(new(), Cancellation));
    }

    [Theory]
    [InlineData(StopKind.Automation)]
    [InlineData(StopKind.Freeze)]
    public async Task A_switch_that_was_pulled_stops_what_is_about_to_begin_and_what_has_begun(StopKind kind)
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        await ReportAsync(helm, 5.2m);
        await FeedAsync(helm);
        await helm.Get<IRemediation>().StopAsync(kind, Approver, null, null, null, Cancellation);

        await PassAsync(helm, TimeSpan.FromMinutes(1));
        Assert.Empty(Remedy.Sent);
        Assert.Equal(PlanStatus.Failed, (await FoundAsync(helm)).Status);

        Clock.Advance(minutes: 60);
        await ReportAsync(helm, 0m, 0m, 0m, 0m);
        Clock.Advance(minutes: 60);
        await ReportAsync(helm, 5.2m);
        await FeedAsync(helm);
        Assert.Single(await helm.Get<IRemediation>().ListAsync(new(), Cancellation));
    }

    [Fact]
    public async Task A_mend_that_did_not_help_is_not_tried_again_at_once()
    {
        var helm = await DeployedAsync(Provider.Sqlite);
        Measured = 4m;
        await ReportAsync(helm, 5.2m);
        await FeedAsync(helm);
        await PassAsync(helm, TimeSpan.FromMinutes(8));
        await helm.Get<IIssueEditor>().EditAsync("infra-001", IssueChange.Reopened, issue => issue with { Status = IssueStatus.Active }, Cancellation);

        await FeedAsync(helm);
        Assert.Single(await helm.Get<IRemediation>().ListAsync(new(), Cancellation));

        Clock.Advance(minutes: 11);
        await helm.Get<IIssueEditor>().EditAsync("infra-001", IssueChange.Reopened, issue => issue with { Severity = "high" }, Cancellation);
        await FeedAsync(helm);
        Assert.Equal(2, (await helm.Get<IRemediation>().ListAsync(new(), Cancellation)).Count);
    }

    private static Task<int> FeedAsync(Installation helm) => helm.Get<ChangeFeed>().RunAsync("auto-remediation", Cancellation);
}
