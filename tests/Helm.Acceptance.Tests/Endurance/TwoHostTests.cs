using System.Diagnostics;
using System.Net;
using Helm.Acceptance.Tests.Drivers;
using Helm.Storage.Tests;

namespace Helm.Acceptance.Tests.Endurance;

/// <summary>Two hosts on one PostgreSQL are one Helm.</summary>
public sealed class TwoHostTests(PostgreSqlCluster cluster)
{
    /// <summary>Per deployment.</summary>
    private const int Passes = 8;

    /// <summary>That the company has, each checked every two seconds.</summary>
    private const int Deployments = 6;

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

        await BothCheckAsync(company, one.Api, other.Api);
        await RegularPassesAsync(records);
        await company.BeginAsync("ecs-below-desired");
        await Patience.UntilAsync("the issue of the new scenario", one.Api.IssuesAsync, issues => issues.Length >= 4);

        await Task.WhenAll(one.StopAsync(), other.StopAsync());
        var (checks, calls) = (await records.ReportsAsync() - before.Reports, await company.CallsAsync("monitoring:GetMetricData") - before.Calls);
        Assert.Equal(0, await records.ChecksDoubledAsync());
        Assert.Equal(await records.IssuesAsync(), await records.FingerprintsAsync());
        // Each deployment of this company needs one call a check. Two of each may have been under way at either end.
        Assert.InRange(calls, checks - (2 * Deployments), checks + (2 * Deployments));
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
        var reports = await Patience.UntilAsync("the first passes", records.ReportsAsync, count => count >= 2 * Deployments);
        return (reports, await company.CallsAsync("monitoring:GetMetricData"));
    }

    /// <summary>
    /// Whose clock ticks first takes what is due, and may do so time after time, so that each is told to check, alone and
    /// then against the other, until an account was asked twice who is in it: each asks that once, before its first check there.
    /// </summary>
    private static async Task BothCheckAsync(PracticeCompany company, HelmApi one, HelmApi other)
    {
        await Patience.UntilAsync(
            "each has asked who it is in one account",
            async () =>
            {
                await CheckNowAsync(one);
                await CheckNowAsync(other);
                return await company.CallsAsync("sts:GetCallerIdentity");
            },
            asked => asked > company.Accounts.Count);
        for (var pass = 0; pass < Passes; pass++)
        {
            await Task.WhenAll(CheckNowAsync(one), CheckNowAsync(other));
        }
    }

    private static async Task CheckNowAsync(HelmApi api)
    {
        var (status, body) = await api.PostAsync("api/health-checks", """{"deployment_id":"deploy-12345","timeout":"1m"}""");
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
    }

    /// <summary>Two hosts that both did what is due would come to twice as many reports in the time.</summary>
    private static async Task RegularPassesAsync(Records records)
    {
        var (before, clock) = (await records.ReportsAsync(), Stopwatch.StartNew());
        var after = await Patience.UntilAsync("many passes", records.ReportsAsync, reports => reports >= before + (Passes * Deployments));
        Assert.InRange(after - before, 0, Deployments * ((clock.Elapsed.TotalSeconds / 2) + 4));
    }
}
