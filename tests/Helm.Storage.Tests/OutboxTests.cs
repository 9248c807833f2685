using System.Collections.Concurrent;
using Helm.Operations.Delivery;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Storage.Tests;

public sealed class OutboxTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_message_added_twice_is_sent_once_and_forgets_no_reference(Provider provider)
    {
        var channel = new ScriptedChannel();
        var helm = await HostAsync(provider, channel);
        var outbox = helm.Get<IOutbox>();

        Assert.True(await outbox.AddAsync(Message("m1"), Cancellation));
        Assert.False(await outbox.AddAsync(Message("m1"), Cancellation));
        await DispatchAsync(helm);
        await DispatchAsync(helm);

        Assert.Equal("m1", Assert.Single(channel.Sent).Key);
        Assert.Equal("ref-m1", await outbox.ReferenceAsync("scripted", "#ops", "infra-001", Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Messages_to_one_address_keep_their_order_behind_one_that_fails_and_other_addresses_go_on(Provider provider)
    {
        var channel = new ScriptedChannel();
        var helm = await HostAsync(provider, channel);
        channel.Answer = message => message.Key == "a1" ? new DeliveryOutcome.RetryAfter("busy") : new DeliveryOutcome.Delivered();
        await AddAsync(helm, Message("a1"), Message("a2"), Message("b1") with { Address = "#other" });

        await DispatchAsync(helm);
        Assert.Equal(["a1", "b1"], channel.Sent.Select(message => message.Key).Order());

        channel.Answer = _ => new DeliveryOutcome.Delivered();
        await DispatchAsync(helm);
        Assert.Equal(2, channel.Sent.Count);
        Clock.Advance(TimeSpan.FromSeconds(3));
        await DispatchAsync(helm);

        Assert.Equal(["a1", "a2"], channel.Sent.Skip(2).Select(message => message.Key));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_channel_that_asks_to_be_left_alone_is_left_alone_for_so_long(Provider provider)
    {
        var channel = new ScriptedChannel { Answer = _ => new DeliveryOutcome.RetryAfter("429", TimeSpan.FromMinutes(3)) };
        var helm = await HostAsync(provider, channel);
        await AddAsync(helm, Message("m1"));
        await DispatchAsync(helm);

        Clock.Advance(2.9);
        await DispatchAsync(helm);
        Assert.Single(channel.Sent);
        Clock.Advance(0.2);
        await DispatchAsync(helm);

        Assert.Equal(2, channel.Sent.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_is_refused_is_a_dead_letter_with_its_reason_and_can_be_tried_again(Provider provider)
    {
        var channel = new ScriptedChannel { Answer = _ => new DeliveryOutcome.Refused("channel_not_found") };
        var helm = await HostAsync(provider, channel);
        await AddAsync(helm, Message("m1"), Message("m2"));
        await DispatchAsync(helm);
        var store = helm.Get<IOutboxStore>();

        Assert.Equal(new OutboxCounts(0, 2, null), await store.CountAsync(Cancellation));
        Assert.All(await store.ListAsync(OutboxState.Dead, 10, Cancellation), dead => Assert.Equal("channel_not_found", dead.Reason));

        channel.Answer = _ => new DeliveryOutcome.Delivered();
        Assert.True(await store.ReviveAsync("m1", Clock.Now, Cancellation));
        await DispatchAsync(helm);
        Assert.Equal(new OutboxCounts(0, 1, null), await store.CountAsync(Cancellation));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_fails_for_a_day_is_given_up_and_so_is_what_no_channel_takes(Provider provider)
    {
        var channel = new ScriptedChannel { Answer = _ => throw new InvalidOperationException("no network") };
        var helm = await HostAsync(provider, channel);
        await AddAsync(helm, Message("m1"), Message("m2") with { Channel = "nobody" });
        for (var hour = 0; hour < 26; hour++)
        {
            await DispatchAsync(helm);
            Clock.Advance(60);
        }

        await helm.Get<OutboxDispatcher>().CleanUpAsync(Cancellation);
        var dead = await helm.Get<IOutboxStore>().ListAsync(OutboxState.Dead, 10, Cancellation);

        Assert.Equal(["No channel of this name is configured.", "no network"], dead.Select(message => message.Reason));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Nothing_is_sent_before_its_time_and_what_was_taken_back_never(Provider provider)
    {
        var channel = new ScriptedChannel();
        var helm = await HostAsync(provider, channel);
        await AddAsync(helm, Message("later") with { NotBefore = Clock.Now.AddMinutes(10) }, Message("never") with { NotBefore = Clock.Now.AddMinutes(10) }, Message("now"));
        await DispatchAsync(helm);
        Assert.Equal(["now"], channel.Sent.Select(message => message.Key));

        Assert.True(await helm.Get<IOutbox>().WithdrawAsync("never", Cancellation));
        Assert.False(await helm.Get<IOutbox>().WithdrawAsync("now", Cancellation));
        Clock.Advance(11);
        await DispatchAsync(helm);

        Assert.Equal(["now", "later"], channel.Sent.Select(message => message.Key));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Of_two_hosts_that_send_at_once_each_message_is_sent_by_one(Provider provider)
    {
        var channel = new ScriptedChannel();
        var (one, two) = (await HostAsync(provider, channel), await HostAsync(provider, channel));
        for (var number = 0; number < 30; number++)
        {
            await AddAsync(one, Message($"m{number:D2}") with { Address = $"#{number % 5}" });
        }

        await Task.WhenAll(DispatchAsync(one), DispatchAsync(two), DispatchAsync(one), DispatchAsync(two));

        Assert.Equal(30, channel.Sent.Count);
        Assert.All(channel.Sent.GroupBy(message => message.Address), ofOne => Assert.Equal(ofOne.Select(message => message.Key).Order(), ofOne.Select(message => message.Key)));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_a_killed_host_held_is_sent_by_another_when_its_hold_is_over(Provider provider)
    {
        var channel = new ScriptedChannel();
        var helm = await HostAsync(provider, channel);
        await AddAsync(helm, Message("m1"));
        await helm.Get<IOutboxStore>().TakeAsync("scripted", "killed", Clock.Now, Clock.Now.AddSeconds(7), 10, Cancellation);

        await DispatchAsync(helm);
        Assert.Empty(channel.Sent);
        Clock.Advance(TimeSpan.FromSeconds(8));
        await DispatchAsync(helm);

        Assert.Single(channel.Sent);
    }

    private static OutboxMessage Message(string key) => new(key, "scripted", "#ops", "alert.firing", "{}", null, "infra-001");

    private static Task<int> DispatchAsync(Installation helm) => helm.Get<OutboxDispatcher>().RunDueAsync("scripted", Cancellation);

    private static async Task AddAsync(Installation helm, params OutboxMessage[] messages)
    {
        foreach (var message in messages)
        {
            await helm.Get<IOutbox>().AddAsync(message, Cancellation);
        }
    }

    private Task<Installation> HostAsync(Provider provider, ScriptedChannel channel)
    {
        Configure = services => services.AddSingleton<IDeliveryChannel>(channel);
        return StartAsync(provider);
    }

    private sealed class ScriptedChannel : IDeliveryChannel
    {
        public ConcurrentQueue<OutboxMessage> Sent { get; } = [];

        public Func<OutboxMessage, DeliveryOutcome> Answer { get; set; } = message => new DeliveryOutcome.Delivered("ref-" + message.Key);

        public string Name => "scripted";

        public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
        {
            await Task.Yield();
            Sent.Enqueue(message);
            return Answer(message);
        }
    }
}
