using Helm.Operations.Changes;
using Helm.Operations.Delivery;
using Helm.Operations.Issues;
using Helm.Operations.Timers;
using Helm.Operations.Transactions;
using Helm.Storage.Issues;

namespace Helm.Storage.Tests;

public sealed class TransactionTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_change_its_message_and_its_timer_are_there_together_or_not_at_all(Provider provider)
    {
        var helm = await WithIssueAsync(provider);

        await Assert.ThrowsAsync<InvalidOperationException>(() => helm.Get<ITransactions>().RunAsync(
            async token =>
            {
                await WriteAsync(helm, "one", token);
                throw new InvalidOperationException("in the middle");
            },
            Cancellation));
        Assert.Equal(0, await WrittenAsync(helm));

        await helm.Get<ITransactions>().RunAsync(token => WriteAsync(helm, "two", token), Cancellation);
        Assert.Equal(3, await WrittenAsync(helm));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_work_within_a_work_belongs_to_the_outer_one(Provider provider)
    {
        var helm = await WithIssueAsync(provider);
        var transactions = helm.Get<ITransactions>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => transactions.RunAsync(
            async token =>
            {
                await transactions.RunAsync(inner => WriteAsync(helm, "one", inner), token);
                throw new InvalidOperationException("after the inner one");
            },
            Cancellation));

        Assert.Equal(0, await WrittenAsync(helm));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Works_of_two_hosts_at_once_all_come_through(Provider provider)
    {
        var (one, two) = (await WithIssueAsync(provider), await StartAsync(provider));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(
            () =>
            {
                var helm = number % 2 == 0 ? one : two;
                return helm.Get<ITransactions>().RunAsync(token => WriteAsync(helm, $"w{number}", token), Cancellation);
            },
            Cancellation)));

        Assert.Equal(20, (await one.Get<IOutboxStore>().CountAsync(Cancellation)).Pending);
        var issue = await one.Get<IIssueReader>().FindAsync("infra-001", Cancellation);
        Assert.Equal(20, issue!.Timeline.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_edit_sees_the_newest_issue_notes_its_change_and_may_leave_it_as_it_is(Provider provider)
    {
        var helm = await WithIssueAsync(provider);
        var editor = helm.Get<IIssueEditor>();

        var left = await editor.EditAsync("INFRA-001", IssueChange.Noted, _ => null, Cancellation);
        var escalated = await editor.EditAsync("infra-001", IssueChange.Escalated, issue => issue with { Status = IssueStatus.Escalated }, Cancellation);

        Assert.False(left!.Changed);
        Assert.True(escalated!.Changed);
        Assert.Null(await editor.EditAsync("infra-999", IssueChange.Noted, issue => issue, Cancellation));
        Assert.Equal(IssueChange.Escalated, Assert.Single(await helm.Get<IChangeLog>().ReadAsync(0, 10, Cancellation)).Change);
        Assert.Equal("infra-001", Assert.Single(await helm.Get<IIssueReader>().ListAsync(new() { Status = IssueStatus.Escalated }, Cancellation)).IssueId);
    }

    private static async Task WriteAsync(Installation helm, string name, CancellationToken cancellation)
    {
        await helm.Get<IIssueEditor>().EditAsync(
            "infra-001", IssueChange.Noted, issue => IssueLifecycle.Note(issue, name, TestClock.Begin), cancellation);
        await helm.Get<IOutbox>().AddAsync(new(name, "nobody", "#ops", "alert.firing", "{}"), cancellation);
        await helm.Get<ITimers>().SetAsync(new(name, TestClock.Begin, "test"), cancellation);
    }

    /// <summary>What there is of the issue's changes, messages and timers.</summary>
    private static async Task<int> WrittenAsync(Installation helm)
    {
        var timers = await helm.Get<ITimerStore>().TakeAsync("test", "counting", TestClock.Begin.AddDays(1), TestClock.Begin, 10, Cancellation);
        return (await helm.Get<IChangeLog>().ReadAsync(0, 10, Cancellation)).Count
            + (await helm.Get<IOutboxStore>().CountAsync(Cancellation)).Pending + timers.Count;
    }

    private async Task<Installation> WithIssueAsync(Provider provider)
    {
        var helm = await StartAsync(provider);
        await helm.Get<IssueSeeding>().InsertAsync(
            [(Sample.Issue(1, "prod", "infrastructure", Severity.High, new(), Clock.Now), "error_rate")], "infra", Cancellation);
        return helm;
    }
}
