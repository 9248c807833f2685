using Helm.Acceptance.Tests.Drivers;
using Helm.Storage.Tests;

namespace Helm.Acceptance.Tests.Endurance;

/// <summary>Two hosts on one PostgreSQL are one Helm.</summary>
public sealed class TwoHostTests(PostgreSqlCluster cluster)
{
    /// <summary>Per deployment, so that both hosts have had their share many times.</summary>
    private const int Passes = 8;

    [Fact]
    public async Task Two_hosts_started_together_double_no_check_no_issue_and_no_id()
    {
        Assert.SkipUnless(cluster.IsInstalled, "PostgreSQL is not installed");
        await using var company = await PracticeCompany.StartAsync("db-connections");
        using var folder = new HelmFolder(company, await cluster.CreateDatabaseAsync());
        // An alarm would make checks due early, in a pass of their own; what is counted here are the regular ones.
        folder.Settings["Helm:Monitoring:AlarmInterval"] = "1h";
        var records = new Records(folder);
        await using var one = await HelmProcess.StartAsync(folder, waits: false);
        await using var other = await HelmProcess.StartAsync(folder);
        await one.IsReadyAsync();
        var before = await QuietReportsAsync(records, company);

        await Patience.UntilAsync("many passes by both", records.ReportsAsync, reports => reports >= before.Reports + (Passes * 6));
        await Patience.UntilAsync("each has asked who it is in some account", () => company.CallsAsync("sts:GetCallerIdentity"), asked => asked > company.Accounts.Count);
        await company.BeginAsync("ecs-below-desired");
        await Patience.UntilAsync("the issue of the new scenario", one.Api.IssuesAsync, issues => issues.Length >= 4);

        await Task.WhenAll(one.StopAsync(), other.StopAsync());
        var (checks, calls) = (await records.ReportsAsync() - before.Reports, await company.CallsAsync("monitoring:GetMetricData") - before.Calls);
        Assert.Equal(0, await records.ChecksDoubledAsync());
        Assert.Equal(await records.IssuesAsync(), await records.FingerprintsAsync());
        // Each deployment of this company needs one call a check. Twelve may have been under way at either end.
        Assert.InRange(calls, checks - 12, checks + 12);
    }

    [Fact]
    public async Task What_one_host_was_told_the_other_knows()
    {
        Assert.SkipUnless(cluster.IsInstalled, "PostgreSQL is not installed");
        await using var company = await PracticeCompany.StartAsync("db-connections");
        using var folder = new HelmFolder(company, await cluster.CreateDatabaseAsync());
        await using var one = await HelmProcess.StartAsync(folder);
        await using var other = await HelmProcess.StartAsync(folder);
        var issues = await Patience.UntilAsync("three issues", one.Api.IssuesAsync, issues => issues.Length == 3);

        Assert.Equal(issues, await other.Api.IssuesAsync());
        await one.Api.AskAsync("what issues do we have", "shared");
        var reply = await other.Api.AskAsync("tell me about the second one", "shared");
        Assert.Equal("infra-002", reply["entities"]!["issue_id"]!.GetValue<string>());
    }

    /// <summary>After the first passes: the reports so far, and the calls that they needed.</summary>
    private static async Task<(int Reports, int Calls)> QuietReportsAsync(Records records, PracticeCompany company)
    {
        var reports = await Patience.UntilAsync("the first passes", records.ReportsAsync, count => count >= 12);
        return (reports, await company.CallsAsync("monitoring:GetMetricData"));
    }
}
