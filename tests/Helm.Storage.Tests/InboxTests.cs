using Helm.Operations.Delivery;

namespace Helm.Storage.Tests;

public sealed class InboxTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(30);

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Of_many_deliveries_of_a_message_one_is_new(Provider provider)
    {
        var inbox = (await StartAsync(provider)).Get<IInbox>();

        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => inbox.TryAddAsync(Message("m1"), Cancellation)));

        Assert.Single(added, isNew => isNew);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_held_is_left_alone_until_the_hold_is_over(Provider provider)
    {
        var inbox = (await StartAsync(provider)).Get<IInbox>();
        await inbox.TryAddAsync(Message("m1"), Cancellation);
        Assert.Empty(await TakeAsync(inbox, "two"));

        Clock.Advance(Hold + TimeSpan.FromSeconds(1));
        var taken = await TakeAsync(inbox, "two");

        Assert.Equal(Message("m1").Body, Assert.Single(taken).Body);
        Assert.Equal(2, taken[0].Attempts);
        Assert.Empty(await TakeAsync(inbox, "three"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Of_hosts_that_take_at_once_each_message_goes_to_one(Provider provider)
    {
        var inbox = (await StartAsync(provider)).Get<IInbox>();
        var other = (await StartAsync(provider)).Get<IInbox>();
        for (var number = 0; number < 20; number++)
        {
            await inbox.TryAddAsync(Message($"m{number}"), Cancellation);
        }

        Clock.Advance(Hold + TimeSpan.FromSeconds(1));
        var taken = await Task.WhenAll(TakeAsync(inbox, "a"), TakeAsync(other, "b"), TakeAsync(inbox, "c"), TakeAsync(other, "d"));

        Assert.Equal(20, taken.Sum(list => list.Count));
        Assert.Equal(20, taken.SelectMany(list => list).Select(message => message.Key).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_host_that_starts_again_takes_what_it_held_and_nothing_of_others(Provider provider)
    {
        var inbox = (await StartAsync(provider)).Get<IInbox>();
        await inbox.TryAddAsync(Message("mine"), Cancellation);
        await inbox.TryAddAsync(Message("theirs") with { Holder = "two" }, Cancellation);

        await inbox.ReleaseAsync("one", Cancellation);

        Assert.Equal("mine", Assert.Single(await TakeAsync(inbox, "one")).Key);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_dealt_with_stays_known_until_it_is_purged_and_its_text_is_gone(Provider provider)
    {
        var inbox = (await StartAsync(provider)).Get<IInbox>();
        await inbox.TryAddAsync(Message("m1"), Cancellation);
        await inbox.TryAddAsync(Message("open"), Cancellation);
        await inbox.CompleteAsync("m1", Cancellation);
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.False(await inbox.TryAddAsync(Message("m1"), Cancellation));
        Assert.Equal("open", Assert.Single(await TakeAsync(inbox, "two")).Key);
        Assert.Equal(1, await inbox.PurgeAsync("door", Clock.Now.AddDays(-1), Cancellation));
        Assert.True(await inbox.TryAddAsync(Message("m1"), Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_door_takes_and_forgets_its_own_messages_only(Provider provider)
    {
        var inbox = (await StartAsync(provider)).Get<IInbox>();
        await inbox.TryAddAsync(Message("m1") with { Door = "other" }, Cancellation);
        await inbox.TryAddAsync(Message("m2") with { Door = "other" }, Cancellation);
        await inbox.CompleteAsync("m2", Cancellation);
        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Empty(await TakeAsync(inbox, "two"));
        Assert.Equal(0, await inbox.PurgeAsync("door", Clock.Now.AddDays(-1), Cancellation));
        Assert.Equal("m1", Assert.Single(await inbox.TakeAsync("other", "two", Clock.Now, Clock.Now + Hold, 100, Cancellation)).Key);
    }

    private Task<IReadOnlyList<InboxMessage>> TakeAsync(IInbox inbox, string holder) =>
        inbox.TakeAsync("door", holder, Clock.Now, Clock.Now + Hold, 100, Cancellation);

    private InboxMessage Message(string key) =>
        new(key, "door", """{"text":"ä\u0000"}""", Clock.Now) { Holder = "one", HeldUntil = Clock.Now + Hold };
}
