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

    /// <summary>What Helm tells on its own account, and shows on its page.</summary>
    private static readonly string[] Notices = ["alert", "page"];

    [Fact]
    public void Every_wording_belongs_to_an_intent_or_to_all() =>
        Assert.Empty(SharedWording.Library.Wordings.Select(wording => wording.Split('.')[0]).Distinct().Except([.. Intents.Select(intent => intent.Data), "shared", .. Notices]));

    /// <summary>Follow-ups ("and staging?") take the intent of the request that they follow; out of scope is what no file describes.</summary>
    [Fact]
    public void Every_intent_can_be_said_and_every_request_of_the_table_is_answered()
    {
        using var desk = new Desk(Example.Well);
        var requests = desk.Get<IntentTable>().Intents.Where(intent => intent.Name != "follow_up").ToList();

        Assert.All(requests, intent => Assert.NotEmpty(intent.Examples));
        Assert.Equal(
            Intents.Select(intent => intent.Data).Where(intent => intent != IntentNames.OutOfScope).Order(StringComparer.Ordinal),
            requests.Select(intent => intent.Name).Order(StringComparer.Ordinal));
    }
}
