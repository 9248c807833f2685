using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Conversation.Turns;

namespace Helm.Storage.Tests;

public sealed class ConversationTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_conversation_is_remembered_across_restarts_with_the_types_of_its_entities(Provider provider)
    {
        var before = await StartAsync(provider);
        var state = await before.Get<IConversationStore>().LoadAsync("emulator:c1", Cancellation);
        Assert.Equal(0, state.Version);
        var entities = new Dictionary<string, object>
        {
            ["environment"] = "prod",
            ["top"] = 5,
            ["threshold"] = 5m,
            ["share"] = 5.25m,
            ["details"] = true,
        };
        Assert.True(await before.Get<IConversationStore>().SaveAsync(
            state with
            {
                Context = new() { LastIntent = IntentNames.StatusQuery, LastEntities = entities, Issues = ["infra-001"] },
                Pending = new("confirm_remediation", ["infra-001"]),
                PendingFor = "local:owner",
                PendingCommand = new(IntentNames.Remediate, entities),
                LastReply = new() { Text = "5.2%", Speech = "five point two percent", Intent = "status_query", Data = new { Total = 12 } },
            },
            Cancellation));
        await before.DisposeAsync();

        var after = await StartAsync(provider);
        var loaded = await after.Get<IConversationStore>().LoadAsync("emulator:c1", Cancellation);

        Assert.Equal(1, loaded.Version);
        Assert.Equal(entities, loaded.Context.LastEntities);
        Assert.Equal(entities, loaded.PendingCommand!.Entities);
        Assert.Equal("local:owner", loaded.PendingFor);
        Assert.Equal("confirm_remediation", loaded.Pending!.Kind);
        Assert.Equal("five point two percent", loaded.LastReply!.Speech);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Of_turns_at_the_same_time_one_is_saved(Provider provider)
    {
        var helm = await StartAsync(provider);
        var store = helm.Get<IConversationStore>();
        for (var turn = 0; turn < 3; turn++)
        {
            var state = await store.LoadAsync("emulator:c1", Cancellation);
            var saved = await Task.WhenAll(Enumerable.Range(0, 8)
                .Select(_ => Task.Run(() => store.SaveAsync(state, Cancellation), Cancellation)));

            Assert.Equal(1, saved.Count(yes => yes));
            Assert.Equal(turn + 1, (await store.LoadAsync("emulator:c1", Cancellation)).Version);
        }
    }

    [Fact]
    public async Task What_is_remembered_is_bounded_and_the_words_are_kept()
    {
        var helm = await StartAsync(Provider.Sqlite);
        var store = helm.Get<IConversationStore>();
        var state = await store.LoadAsync("emulator:c1", Cancellation);
        await store.SaveAsync(
            state with
            {
                Context = new() { Issues = [.. Enumerable.Range(0, 500).Select(number => FormattableString.Invariant($"infra-{number}"))] },
                LastReply = new()
                {
                    Text = "Many",
                    Speech = "many",
                    Intent = "issues_list",
                    Card = new Card { Title = "Issues" },
                    Data = new string('x', 100_000),
                },
            },
            Cancellation);

        var loaded = await store.LoadAsync("emulator:c1", Cancellation);

        Assert.Equal(50, loaded.Context.Issues.Count);
        Assert.Equal("Many", loaded.LastReply!.Text);
        Assert.Null(loaded.LastReply.Data);
    }
}
