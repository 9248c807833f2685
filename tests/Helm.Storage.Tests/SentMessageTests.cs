using Helm.Operations.Delivery;
using Helm.Operations.Transactions;
using Helm.Storage.Retention;

namespace Helm.Storage.Tests;

public sealed class SentMessageTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_stands_in_a_channel_is_found_by_its_subject_the_latest_first_and_shows_what_it_showed_last(Provider provider)
    {
        var sent = (await StartAsync(provider)).Get<ISentMessages>();
        await sent.AddAsync(Message("1", "infra-001", 1), Cancellation);
        await sent.AddAsync(Message("2", "infra-001", 2), Cancellation);
        await sent.AddAsync(Message("3", "infra-002", 3), Cancellation);
        await sent.AddAsync(Message("1", "infra-001", 1) with { Shown = "later" }, Cancellation);

        var found = await sent.ListAsync("infra-001", 10, Cancellation);

        Assert.Equal([("2", "now"), ("1", "later")], found.Select(one => (one.Id, one.Shown)));
        Assert.Equal(found[0], Assert.Single(await sent.ListAsync("infra-001", 1, Cancellation)));
        await sent.RemoveAsync("slack", "C1", "2", Cancellation);
        Assert.Equal("1", Assert.Single(await sent.ListAsync("infra-001", 10, Cancellation)).Id);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task It_is_kept_with_the_change_or_not_at_all_and_forgotten_with_the_issues(Provider provider)
    {
        var helm = await StartAsync(provider);
        var sent = helm.Get<ISentMessages>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => helm.Get<ITransactions>().RunAsync<int>(
            async token =>
            {
                await sent.AddAsync(Message("1", "infra-001", 1), token);
                throw new InvalidOperationException("The change fails.");
            },
            Cancellation));
        Assert.Empty(await sent.ListAsync("infra-001", 10, Cancellation));

        await sent.AddAsync(Message("1", "infra-001", 0), Cancellation);
        Clock.Advance(TimeSpan.FromDays(365));
        await helm.Get<StorageRetention>().PurgeAsync(Cancellation);

        Assert.Empty(await sent.ListAsync("infra-001", 10, Cancellation));
    }

    private SentMessage Message(string id, string subject, int minute) =>
        new("slack", "C1", id, subject, "#ops", "now", Clock.GetUtcNow().AddMinutes(minute));
}
