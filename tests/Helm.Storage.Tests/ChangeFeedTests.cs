using System.Collections.Concurrent;
using Helm.Operations.Changes;
using Helm.Operations.Checks;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Storage.Tests;

public sealed class ChangeFeedTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_consumer_is_told_every_change_it_wants_once_and_in_order(Provider provider)
    {
        var told = new Listener("listener");
        var helm = await HostAsync(provider, told);
        await BreachAsync(helm, 3);
        await BreachAsync(helm, 3);

        await TellAsync(helm);
        await TellAsync(helm);

        Assert.Equal(3, told.Changes.Count(change => change.Change == IssueChange.Opened));
        Assert.Equal(6, told.Changes.Count);
        Assert.Equal(told.Changes.Select(change => change.Number).Order(), told.Changes.Select(change => change.Number));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_consumer_goes_on_where_it_was_after_a_restart_and_another_has_a_place_of_its_own(Provider provider)
    {
        var first = new Listener("listener");
        await BreachAsync(await HostAsync(provider, first), 1);
        await TellAsync(await HostAsync(provider, first));
        var (again, other) = (new Listener("listener"), new Listener("second"));
        var helm = await HostAsync(provider, again, other);
        await BreachAsync(helm, 2);

        await TellAsync(helm);
        await TellAsync(helm, "second");

        Assert.DoesNotContain(again.Changes, change => change.Number <= first.Changes.Max(one => one.Number));
        Assert.Equal(again.Changes.Count + first.Changes.Count, other.Changes.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_change_that_fails_holds_up_its_own_issue_and_no_other_and_is_then_set_aside(Provider provider)
    {
        var told = new Listener("listener") { Fails = change => change is { IssueId: "infra-001", Change: IssueChange.Opened } };
        var helm = await HostAsync(provider, told);
        await BreachAsync(helm, 2);
        await TellAsync(helm);
        await BreachAsync(helm, 2);
        await TellAsync(helm);
        Assert.DoesNotContain(told.Changes, change => change.IssueId == "infra-001");
        Assert.Equal(2, told.Changes.Count(change => change.IssueId == "infra-002"));

        for (var look = 0; look < 10; look++)
        {
            Clock.Advance(3);
            await TellAsync(helm);
        }

        var aside = Assert.Single(await helm.Get<IChangeLog>().ParkedAsync("listener", setAside: true, Cancellation));
        Assert.Equal(("infra-001", IssueChange.Opened, "no"), (aside.Change.IssueId, aside.Change.Change, aside.Reason));
        Assert.Equal(IssueChange.Updated, Assert.Single(told.Changes, change => change.IssueId == "infra-001").Change);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_change_that_failed_for_a_while_is_told_later_and_before_the_next_of_its_issue(Provider provider)
    {
        var told = new Listener("listener") { Fails = change => change.IssueId == "infra-001" };
        var helm = await HostAsync(provider, told);
        await BreachAsync(helm, 2);
        await TellAsync(helm);
        await BreachAsync(helm, 2);
        await TellAsync(helm);

        told.Fails = _ => false;
        Clock.Advance(5);
        await TellAsync(helm);

        Assert.Equal([IssueChange.Opened, IssueChange.Updated], told.Changes.Where(change => change.IssueId == "infra-001").Select(change => change.Change));
        Assert.Empty(await helm.Get<IChangeLog>().ParkedAsync("listener", setAside: false, Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Of_two_hosts_one_tells_a_consumer(Provider provider)
    {
        var told = new Listener("listener");
        var (one, two) = (await HostAsync(provider, told), await HostAsync(provider, told));
        await BreachAsync(one, 20);

        await Task.WhenAll(TellAsync(one), TellAsync(two), TellAsync(one), TellAsync(two));
        await TellAsync(two);

        Assert.Equal(20, told.Changes.Count);
        Assert.Equal(told.Changes.Select(change => change.Number).Order(), told.Changes.Select(change => change.Number));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_a_killed_host_was_told_is_told_again_within_ten_seconds(Provider provider)
    {
        var told = new Listener("listener");
        var helm = await HostAsync(provider, told);
        await BreachAsync(helm, 1);
        await helm.Get<IChangeLog>().ClaimAsync("listener", "killed", Clock.Now, Clock.Now.AddSeconds(7), Cancellation);

        await TellAsync(helm);
        Assert.Empty(told.Changes);
        Clock.Advance(TimeSpan.FromSeconds(8));
        await TellAsync(helm);

        Assert.Single(told.Changes);
    }

    private static Task<int> TellAsync(Installation helm, string consumer = "listener") => helm.Get<ChangeFeed>().RunAsync(consumer, Cancellation);

    private async Task BreachAsync(Installation helm, int resources)
    {
        Clock.Advance(5);
        var deployment = Sample.Deployment("deploy-1", [.. Enumerable.Range(1, resources).Select(number => new DeployedResource("lambda", $"function-{number}"))]);
        await helm.Get<DeploymentRegistry>().RegisterAsync(deployment, Cancellation);
        await helm.Get<IReportLedger>().ApplyAsync(Sample.ErrorRate(deployment, Clock.Now, 5.2m), Sample.Infrastructure, null, Cancellation);
    }

    private Task<Installation> HostAsync(Provider provider, params Listener[] consumers)
    {
        Configure = services =>
        {
            foreach (var consumer in consumers)
            {
                services.AddSingleton<IIssueChangeConsumer>(consumer);
            }
        };
        return StartAsync(provider);
    }

    private sealed class Listener(string name) : IIssueChangeConsumer
    {
        public ConcurrentQueue<ChangedIssue> Changes { get; } = [];

        public Func<ChangedIssue, bool> Fails { get; set; } = _ => false;

        public string Name => name;

        public bool Wants(IssueChange change) => change is IssueChange.Opened or IssueChange.Updated;

        public async Task HandleAsync(ChangedIssue change, CancellationToken cancellation)
        {
            await Task.Yield();
            if (Fails(change))
            {
                throw new InvalidOperationException("no");
            }

            Changes.Enqueue(change);
        }
    }
}
