using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Conversation.Tests.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Tests.Direction;

public sealed class TableRulesTests
{
    [Theory]
    [InlineData("list", Role.Viewer)]
    [InlineData("silence", Role.Operator)]
    [InlineData("end", Role.Operator)]
    public void Who_only_asks_what_is_silenced_needs_no_more_than_a_viewer(string mode, Role role) =>
        Assert.Equal(role, new TableRules(Table.English).Find(new Command(IntentNames.Silence, new Dictionary<string, object> { ["mode"] = mode }))!.Role);
}
