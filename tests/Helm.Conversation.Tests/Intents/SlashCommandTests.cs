using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

public sealed class SlashCommandTests
{
    [Theory]
    [InlineData("/helm:status --env=prod --domain=infrastructure", "status_query", "domain=infrastructure environment=prod")]
    [InlineData("/helm:status --domain infrastructure --env prod", "status_query", "domain=infrastructure environment=prod")]
    [InlineData("/helm:status  --env \"prod\"", "status_query", "environment=prod")]
    [InlineData("/helm:issues --severity=critical --top 5", "issues_list", "severity=critical top=5")]
    [InlineData("/helm:escalate --permanent infra-001 --to faber", "escalate", "issue_id=infra-001 permanent=True target=faber")]
    [InlineData("/helm:remediate --action immediate infra-001", "remediate", "action=immediate issue_id=infra-001")]
    [InlineData("/HELM:STATUS --ENV=PROD", "status_query", "environment=prod")]
    [InlineData("/helm:dashboard --env=prod --format=table", "dashboard_view", "environment=prod format=table")]
    [InlineData("/fractary-faber-cloud:ops-manage audit --type=cost", "audit", "audit_type=cost")]
    public void Flags_come_in_any_order_and_form(string text, string intent, string entities)
    {
        var match = Table.Hear(text);

        Assert.Equal((intent, entities), (match.Intent, Table.Say(match.Entities)));
        Assert.Empty(match.Unresolved);
    }

    [Theory]
    [InlineData("/helm:status --env=narnia", "environment", "narnia")]
    [InlineData("/helm:status --colour=red", "flag", "--colour")]
    [InlineData("/helm:status --env", "environment", "")]
    [InlineData("/helm:investigate xyzzy", "issue_id", "xyzzy")]
    [InlineData("/helm:issues --top lots", "top", "lots")]
    public void What_a_command_does_not_know_is_named(string text, string slot, string words)
    {
        var unresolved = Assert.Single(Table.Hear(text).Unresolved);

        Assert.Equal((slot, words), (unresolved.Slot, unresolved.Words));
    }

    [Theory]
    [InlineData("/helm:status --env=prod --domain=infrastructure")]
    [InlineData("/helm:issues --top=5 --severity=critical")]
    [InlineData("/helm:escalate infra-001 --to=faber --permanent")]
    [InlineData("/helm:remediate infra-001 --action=immediate")]
    [InlineData("/helm:silence --resource=redis --duration=PT2H")]
    public void A_command_is_written_as_it_is_read(string text)
    {
        var match = Table.Hear(text);
        var written = SlashCommand.Format(Table.English, new Command(match.Intent, match.Entities));

        Assert.NotNull(written);
        Assert.Empty(match.Unresolved);
        Assert.Equal(Table.Say(match.Entities), Table.Say(Table.Hear(written).Entities));
    }

    [Theory]
    [InlineData("/giphy on fire")]
    [InlineData("/helm:dance")]
    [InlineData("/")]
    public void Other_commands_are_out_of_scope(string text) =>
        Assert.Equal(IntentNames.OutOfScope, Table.Hear(text).Intent);

    [Fact]
    public void Talk_has_no_command() =>
        Assert.Null(SlashCommand.Format(Table.English, new Command(IntentNames.Thanks, new Dictionary<string, object>())));
}
