using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;
using Helm.Conversation.Tests.Direction;

namespace Helm.Conversation.Tests.Turns;

/// <summary>A list too long for the ear is read in parts.</summary>
public sealed class LongListTests : IDisposable
{
    private readonly Talk _talk = new(Example.Troubled);

    public void Dispose() => _talk.Dispose();

    [Fact]
    public async Task The_rest_of_a_long_list_is_read_when_it_is_asked_for_and_then_there_is_none()
    {
        _talk.Script.Means("the rest", IntentNames.Repeat, ("part", "rest"));
        _talk.Script.Means("go on", IntentNames.ConfirmYes);
        var state = await _talk.Store.LoadAsync("emulator:c1", TestContext.Current.CancellationToken);
        await _talk.Store.SaveAsync(
            state with { LastReply = new() { Text = "", Speech = "", Intent = IntentNames.IssuesList, SpeechRest = [.. Enumerable.Range(1, 7).Select(i => $"Item {NumberWords.Of(i)}.")] } },
            TestContext.Current.CancellationToken);

        Assert.Equal("Item one. Item two. Item three. And four more.", (await _talk.SayAsync("the rest")).Speech);
        Assert.Equal("Item four. Item five. Item six. Item seven.", (await _talk.SayAsync("go on")).Speech);
        Assert.Equal("That was all.", (await _talk.SayAsync("the rest")).Speech);
    }
}
