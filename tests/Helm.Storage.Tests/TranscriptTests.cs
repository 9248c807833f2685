using Helm.Operations.Delivery;

namespace Helm.Storage.Tests;

public sealed class TranscriptTests(PostgreSqlCluster cluster) : StorageTests(cluster)
{
    [Theory]
    [MemberData(nameof(Both))]
    public async Task What_many_say_at_once_is_numbered_one_after_the_other_and_kept_once(Provider provider)
    {
        var transcripts = (await StartAsync(provider)).Get<ITranscripts>();

        var added = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(number => transcripts.TryAddAsync(Said($"m{number % 20}"), Cancellation)));

        var all = await transcripts.ReadAsync("c1", 0, 100, Cancellation);
        Assert.Equal(20, added.Count(isNew => isNew));
        Assert.Equal(20, all.Select(entry => entry.Id).Distinct().Count());
        Assert.Equal(20, all.Count);
        Assert.Equal(Enumerable.Range(0, 20).Select(step => all[0].Number + step), all.Select(entry => entry.Number));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Whoever_comes_back_with_a_number_gets_what_came_after_it(Provider provider)
    {
        var transcripts = (await StartAsync(provider)).Get<ITranscripts>();
        await transcripts.TryAddAsync(Said("one"), Cancellation);
        var seen = (await transcripts.ReadAsync("c1", 0, 10, Cancellation))[^1].Number;

        await transcripts.TryAddAsync(Said("two"), Cancellation);
        await transcripts.TryAddAsync(Said("else") with { Conversation = "c2" }, Cancellation);

        Assert.Equal("two", Assert.Single(await transcripts.ReadAsync("c1", seen, 10, Cancellation)).Id);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_message_that_changes_is_fetched_again_and_stays_in_its_place(Provider provider)
    {
        var transcripts = (await StartAsync(provider)).Get<ITranscripts>();
        await transcripts.TryAddAsync(Said("one"), Cancellation);
        await transcripts.TryAddAsync(Said("two"), Cancellation);
        var before = await transcripts.ReadAsync("c1", 0, 10, Cancellation);

        Assert.True(await transcripts.ReplaceAsync(Said("one") with { Body = "changed" }, Cancellation));
        Assert.False(await transcripts.ReplaceAsync(Said("never said"), Cancellation));

        var news = Assert.Single(await transcripts.ReadAsync("c1", before[^1].Number, 10, Cancellation));
        Assert.Equal(("one", "changed", before[0].Place), (news.Id, news.Body, news.Place));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_conversation_is_forgotten_whole_and_its_numbers_never_come_again(Provider provider)
    {
        var transcripts = (await StartAsync(provider)).Get<ITranscripts>();
        await transcripts.TryAddAsync(Said("old"), Cancellation);
        var seen = (await transcripts.ReadAsync("c1", 0, 10, Cancellation))[^1].Number;
        Clock.Advance(TimeSpan.FromDays(1));
        await transcripts.TryAddAsync(Said("young") with { Conversation = "c2" }, Cancellation);

        Assert.Equal(1, await transcripts.PurgeAsync(Clock.GetUtcNow().AddHours(-1), Cancellation));

        Assert.Empty(await transcripts.ReadAsync("c1", 0, 10, Cancellation));
        Assert.Single(await transcripts.ReadAsync("c2", 0, 10, Cancellation));
        await transcripts.TryAddAsync(Said("again"), Cancellation);
        Assert.Single(await transcripts.ReadAsync("c1", seen, 10, Cancellation));
    }

    private TranscriptEntry Said(string id) => new("c1", id, $"the body of {id}", Clock.GetUtcNow());
}
