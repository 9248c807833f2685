using Helm.Operations.Checks;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;
using Helm.Storage.Database;
using Helm.Storage.Issues;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Tests;

public sealed class ConcurrencyTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    private const int Appliers = 8;
    private const int Resources = 5;

    /// <summary>Eight hosts see the same breaches of the same resources, each through a deployment of its own.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public async Task However_many_see_a_breach_it_is_one_issue_and_ids_have_no_gaps(Provider provider)
    {
        var hosts = new List<Installation>();
        for (var number = 0; number < Appliers; number++)
        {
            hosts.Add(await StartAsync(provider));
            await hosts[0].Get<DeploymentRegistry>().RegisterAsync(DeploymentOf(number), Cancellation);
        }

        await Task.WhenAll(hosts.Select((host, number) => Task.Run(() => ReportsAsync(host, number), Cancellation)));

        var issues = await hosts[0].Get<IIssueReader>().ListAsync(new(), Cancellation);
        Assert.Equal(
            Enumerable.Range(1, Resources).Select(number => FormattableString.Invariant($"infra-{number:D3}")),
            issues.Select(issue => issue.IssueId).Order());
        Assert.Equal(Resources, issues.Select(issue => issue.Resource.Name).Distinct().Count());
        Assert.Equal(Resources, (await hosts[0].Get<IIssueReader>().CountAsync(new(), Cancellation)).Total);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Changes_are_numbered_without_gaps_and_an_opening_comes_first(Provider provider)
    {
        await However_many_see_a_breach_it_is_one_issue_and_ids_have_no_gaps(provider);
        var helm = await StartAsync(provider);
        await using var db = helm.Get<DbSource>().Open();

        var changes = await db.Set<IssueChangeRow>().OrderBy(change => change.Number).ToListAsync(Cancellation);

        Assert.Equal(Enumerable.Range(1, changes.Count), changes.Select(change => (int)change.Number));
        Assert.Equal(Resources, changes.Count(change => change.Change == IssueChange.Opened));
        Assert.All(
            changes.GroupBy(change => change.IssueId),
            ofOne => Assert.Equal(IssueChange.Opened, ofOne.First().Change));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_database_itself_refuses_a_second_open_issue_of_one_fingerprint(Provider provider)
    {
        var helm = await StartAsync(provider);
        var issue = Sample.Issue(1, "prod", "infrastructure", Severity.Low, new(), Clock.Now);
        var seeding = helm.Get<IssueSeeding>();
        await seeding.InsertAsync([(issue, "error_rate")], "infra", Cancellation);

        await Assert.ThrowsAsync<DbUpdateException>(
            () => seeding.InsertAsync([(issue, "error_rate")], "infra", Cancellation));
        Assert.Equal(1, (await helm.Get<IIssueReader>().CountAsync(new(), Cancellation)).Total);
    }

    private static Deployment DeploymentOf(int number) => Sample.Deployment(
        FormattableString.Invariant($"deploy-{number}"),
        [.. Enumerable.Range(0, Resources).Select(one => new DeployedResource("lambda", FormattableString.Invariant($"function-{one}")))]);

    private static async Task ReportsAsync(Installation host, int number)
    {
        for (var minute = 0; minute < 5; minute++)
        {
            var report = Sample.ErrorRate(DeploymentOf(number), TestClock.Begin.AddMinutes(minute), 5.2m);
            Assert.Equal(
                ReportOutcome.Applied,
                await host.Get<IReportLedger>().ApplyAsync(report, Sample.Infrastructure, null, Cancellation));
        }
    }
}
