using Helm.Operations.Checks;
using Helm.Operations.Issues;
using Helm.Storage.Retention;

namespace Helm.Storage.Tests;

public sealed class RetentionTests(PostgreSqlCluster cluster) : ReportedTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task Old_reports_go_and_the_latest_stays(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ReportAsync(helm, 0.05m, 0.05m, 0.05m);
        var begin = TestClock.Begin;
        var series = new MeasuredSeries("prod", "infrastructure", "api-lambda", "error_rate");
        Assert.Equal(3, (await helm.Get<IReportReader>().HistoryAsync(series, begin, Cancellation)).Count);

        Clock.Advance(TimeSpan.FromDays(31));
        var purged = await helm.Get<StorageRetention>().PurgeAsync(Cancellation);

        Assert.Equal(2, purged.Reports);
        Assert.Empty(await helm.Get<IReportReader>().HistoryAsync(series, begin, Cancellation));
        Assert.NotNull(await helm.Get<IReportReader>().LatestAsync(Deployed.Id, Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Resolved_issues_go_after_ninety_days_and_open_ones_stay(Provider provider)
    {
        var helm = await DeployedAsync(provider);
        await ReportAsync(helm, 5.2m, 0.05m, 0.05m, 0.05m);
        Clock.Advance(minutes: 60);
        await ReportAsync(helm, 5.2m);

        Clock.Advance(TimeSpan.FromDays(89));
        Assert.Equal(0, (await helm.Get<StorageRetention>().PurgeAsync(Cancellation)).Issues);
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await helm.Get<StorageRetention>().PurgeAsync(Cancellation)).Issues);

        var reader = helm.Get<IIssueReader>();
        Assert.Null(await reader.FindAsync("infra-001", Cancellation));
        Assert.Equal("infra-002", Assert.Single(await OpenAsync(helm)).IssueId);
        Assert.Equal(0, (await reader.CountAsync(new() { Status = IssueStatus.Resolved }, Cancellation)).Total);
    }
}
