using Helm.Conversation.Direction;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Direction;

/// <summary>No intent without a handler and words, and nothing in the intent table that nobody answers.</summary>
public sealed class HouseTests
{
    public static TheoryData<string> Intents => [.. typeof(IntentNames).GetFields().Select(name => (string)name.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Intents))]
    public void Every_intent_has_wording(string intent) =>
        Assert.Contains(SharedWording.Library.Wordings, wording => wording.StartsWith(intent + ".", StringComparison.Ordinal));

    [Fact]
    public void Every_intent_has_exactly_one_handler()
    {
        using var desk = new Desk(Example.Well);

        Assert.Equal(
            Intents.Select(intent => intent.Data).Order(StringComparer.Ordinal),
            desk.Get<IEnumerable<IHandler>>().Select(handler => handler.Intent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_wording_belongs_to_an_intent_or_to_all() =>
        Assert.Empty(SharedWording.Library.Wordings.Select(wording => wording.Split('.')[0]).Distinct().Except([.. Intents.Select(intent => intent.Data), "shared"]));

    [Fact]
    public void Every_intent_of_the_table_has_a_handler_and_examples()
    {
        using var desk = new Desk(Example.Well);
        var table = desk.Get<IntentTable>();

        Assert.NotEmpty(table.Intents);
        Assert.All(table.Intents, intent =>
        {
            Assert.Contains(intent.Name, Intents.Select(known => known.Data));
            Assert.NotEmpty(intent.Examples);
        });
    }
}
