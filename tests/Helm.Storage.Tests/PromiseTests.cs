using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Helm.Operations.Changes;
using Helm.Operations.Checks;
using Helm.Operations.Delivery;
using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Promises;
using Helm.Operations.Registration;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Storage.Tests;

/// <summary>"Tell me when it is back": once, where it was asked, whatever happens in between.</summary>
public sealed class PromiseTests : StorageTests
{
    private static readonly Promise Asked = new() { Conversation = "chat:T1:C1", PersonId = "chat:alice", Person = "Alice", MadeAt = default };

    private readonly Chat _chat = new();

    public PromiseTests(PostgreSqlCluster cluster)
        : base(cluster)
    {
        Configure = services => services.AddSingleton<IDeliveryChannel>(_chat);
        Set("Helm:Issues:ResolveAfter", "1");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Who_asked_is_told_once_by_the_same_channel_after_a_restart_and_by_whichever_host(Provider provider)
    {
        var first = await StartAsync(provider);
        await ReportAsync(first, 5.2m);
        var made = await first.Get<PromiseDesk>().MakeAsync(Asked with { IssueId = "infra-001" }, Cancellation);
        var (one, two) = (await StartAsync(provider), await StartAsync(provider));
        await PassAsync(one);
        Assert.Empty(_chat.Told);

        await ReportAsync(one, 0m);
        await Task.WhenAll(PassAsync(one), PassAsync(two), PassAsync(one));
        await RepeatAsync(two);
        await PassAsync(two);

        var told = Assert.Single(_chat.Told);
        Assert.Equal(("promise.kept", "T1:C1", "infra-001"), (told.Kind, told.Address, (string?)JsonNode.Parse(told.Body)!["issue_id"]));
        Assert.True(made!.IsNew);
        Assert.Empty(await one.Get<PromiseDesk>().OpenAsync("chat:T1:C1", "chat:alice", Cancellation));
        var timeline = (await one.Get<IIssueReader>().FindAsync("infra-001", Cancellation))!.Timeline.Select(entry => entry.Event).ToList();
        Assert.Contains("Alice is to be told when it is over", timeline);
        Assert.Single(timeline, "Told Alice that it is over");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_same_promise_is_made_once_and_who_cancels_it_is_not_told(Provider provider)
    {
        var helm = await StartAsync(provider);
        await ReportAsync(helm, 5.2m);
        var desk = helm.Get<PromiseDesk>();
        var one = await desk.MakeAsync(Asked with { IssueId = "infra-001" }, Cancellation);
        var again = await desk.MakeAsync(Asked with { IssueId = "infra-001" }, Cancellation);
        await desk.MakeAsync(Asked with { PersonId = "chat:bob", Person = "Bob", IssueId = "infra-001" }, Cancellation);

        var ended = await desk.CancelAsync("chat:T1:C1", "chat:alice", _ => true, Cancellation);
        await ReportAsync(helm, 0m);
        await PassAsync(helm);

        Assert.Equal((one!.Promise.Id, false), (again!.Promise.Id, again.IsNew));
        Assert.Equal(one.Promise.Id, Assert.Single(ended).Id);
        Assert.Equal("Bob", (string?)JsonNode.Parse(Assert.Single(_chat.Told).Body)!["person"]);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_resource_is_back_when_nothing_is_wrong_with_it_and_an_environment_when_nothing_is(Provider provider)
    {
        var helm = await StartAsync(provider);
        await ReportAsync(helm, 5.2m, "one", "two");
        var desk = helm.Get<PromiseDesk>();
        await desk.MakeAsync(Asked with { Environment = "prod", Resource = "one" }, Cancellation);
        await desk.MakeAsync(Asked with { Environment = "prod" }, Cancellation);

        await ReportAsync(helm, 0m, ["one"], ["two"]);
        await PassAsync(helm);
        Assert.Equal("one", (string?)JsonNode.Parse(Assert.Single(_chat.Told).Body)!["resource"]);

        await ReportAsync(helm, 0m, "one", "two");
        await PassAsync(helm);
        Assert.Equal(2, _chat.Told.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Nothing_is_promised_of_what_is_well_nor_where_Helm_cannot_speak_up(Provider provider)
    {
        var helm = await StartAsync(provider);
        await ReportAsync(helm, 0m);

        Assert.Null(await helm.Get<PromiseDesk>().MakeAsync(Asked with { Environment = "prod" }, Cancellation));
        Assert.Null(await helm.Get<PromiseDesk>().MakeAsync(Asked with { IssueId = "infra-999" }, Cancellation));
        Assert.True(helm.Get<PromiseDesk>().CanTell("chat:T1:C1"));
        Assert.False(helm.Get<PromiseDesk>().CanTell("emulator:C1"));
    }

    private static async Task PassAsync(Installation helm)
    {
        await helm.Get<ChangeFeed>().RunAsync("promises", Cancellation);
        await helm.Get<OutboxDispatcher>().RunDueAsync("chat", Cancellation);
    }

    /// <summary>As after a crash: every change is told once more.</summary>
    private static async Task RepeatAsync(Installation helm)
    {
        var consumer = helm.Get<IEnumerable<IIssueChangeConsumer>>().Single(known => known.Name == "promises");
        foreach (var change in (await helm.Get<IChangeLog>().ReadAsync(0, 100, Cancellation)).Where(change => consumer.Wants(change.Change)))
        {
            await consumer.HandleAsync(change, Cancellation);
        }
    }

    private Task ReportAsync(Installation helm, decimal rate, params string[] functions) => ReportAsync(helm, rate, functions.Length > 0 ? functions : ["one"], []);

    private async Task ReportAsync(Installation helm, decimal rate, string[] functions, string[] broken)
    {
        Clock.Advance(5);
        var deployment = Sample.Deployment("deploy-1", [.. functions.Concat(broken).Select(name => new DeployedResource("lambda", name))]);
        await helm.Get<DeploymentRegistry>().RegisterAsync(deployment, Cancellation);
        var report = Sample.ErrorRate(deployment, Clock.Now, rate);
        var worse = Sample.ErrorRate(deployment, Clock.Now, 5.2m);
        await helm.Get<IReportLedger>().ApplyAsync(
            report with { Resources = [.. report.Resources.Select((one, index) => broken.Contains(one.Resource.Name) ? worse.Resources[index] : one)] },
            Sample.Infrastructure, null, Cancellation);
    }

    private sealed class Chat : IDeliveryChannel
    {
        public ConcurrentQueue<OutboxMessage> Told { get; } = [];

        public string Name => "chat";

        public Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
        {
            Told.Enqueue(message);
            return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered());
        }
    }
}
