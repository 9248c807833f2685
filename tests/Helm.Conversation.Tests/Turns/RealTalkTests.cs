using Helm.Conversation.Intents;
using Helm.Conversation.Tests.Direction;
using Helm.Conversation.Turns;
using Helm.Operations.People;
using Microsoft.Extensions.DependencyInjection;

namespace Helm.Conversation.Tests.Turns;

/// <summary>The whole way with the real intent table.</summary>
public sealed class RealTalkTests : IDisposable
{
    private readonly Desk _desk = new(Example.Troubled, services => services.AddSingleton<IConversationStore>(new Store()).AddSingleton(SharedTable.Table));

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("Hey Helm, status of production", "Production is currently degraded.")]
    [InlineData("what's the status?", "You named no environment, so this is production. Production is currently degraded.")]
    [InlineData("/helm:status --env=prod", "Production is currently degraded.")]
    [InlineData("How's the infrastructure?", "You named no environment, so this is production. Infrastructure in production is currently degraded.")]
    [InlineData("status of narnia", "I don't know an environment called narnia.")]
    public async Task A_question_is_understood_and_answered(string text, string begins) =>
        Assert.StartsWith(begins, (await SayAsync(text)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_slash_command_may_ask_for_json() =>
        Assert.Equal("DEGRADED", System.Text.Json.Nodes.JsonNode.Parse((await SayAsync("/helm:dashboard --format=json")).Text)!["overall_health"]!.GetValue<string>());

    [Fact]
    public async Task The_command_of_a_reply_says_the_same_again()
    {
        var reply = await SayAsync("status of production");

        Assert.Equal("/helm:status --env=prod", reply.Command);
        Assert.Equal(reply.Text, (await SayAsync(reply.Command!)).Text);
    }

    [Fact]
    public async Task Talk_that_is_not_meant_for_helm_is_no_request() =>
        Assert.Equal(IntentNames.OutOfScope, (await SayAsync("is the swimming pool open on sundays")).Intent);

    [Fact]
    public async Task A_conversation_goes_on_from_what_was_said()
    {
        await SayAsync("Hey Helm, status of production");
        Assert.StartsWith("infra-001", (await SayAsync("yes")).Text, StringComparison.Ordinal);

        await SayAsync("show me the issues in production");
        Assert.StartsWith("infra-002", (await SayAsync("investigate the second one")).Text, StringComparison.Ordinal);
        Assert.StartsWith("I can't change anything: remediation is not switched on, so I have no rights to change what runs. infra-002 stays open.", (await SayAsync("fix it")).Text, StringComparison.Ordinal);

        await SayAsync("status of production");
        Assert.Equal("staging", (await SayAsync("and staging?")).Entities["environment"]);
        Assert.Equal("test", (await SayAsync("no, I meant test")).Entities["environment"]);
    }

    [Fact]
    public async Task The_others_of_a_list_are_not_the_one_that_has_been_dealt_with()
    {
        await SayAsync("show me the issues in production");
        await SayAsync("investigate the second one");

        Assert.Equal(["infra-001", "content-001"], (await SayAsync("investigate the other two")).Pending!.Options);
        Assert.StartsWith("content-001", (await SayAsync("content-001")).Text, StringComparison.Ordinal);
        Assert.StartsWith("infra-001", (await SayAsync("investigate the first one")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_one_is_the_one_that_is_left()
    {
        await SayAsync("show me the top two issues in production");
        await SayAsync("investigate the first one");

        Assert.StartsWith("infra-002", (await SayAsync("investigate the other one")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help", IntentNames.Help)]
    [InlineData("thanks", IntentNames.Thanks)]
    [InlineData("what was deployed to staging today", IntentNames.DeploymentsList)]
    [InlineData("what is the error rate of the api lambda in production", IntentNames.MetricsQuery)]
    [InlineData("restart the api lambda in production", IntentNames.Remediate)]
    [InlineData("who is on call", IntentNames.OnCallQuery)]
    [InlineData("delete the database", IntentNames.Remediate)]
    public async Task Whatever_is_asked_is_answered(string text, string intent)
    {
        var reply = await SayAsync(text);

        Assert.Equal(intent, reply.Intent);
        Assert.DoesNotContain("Sorry", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("how is the api lambda in production and staging", "production", "staging")]
    [InlineData("how are the infrastructure and the content in production", "infrastructure", "content")]
    public async Task Names_in_the_place_of_one_are_answered_one_after_the_other(string text, string first, string second)
    {
        var reply = await SayAsync(text);

        Assert.Equal(IntentNames.StatusQuery, reply.Intent);
        Assert.Contains(first, reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(second, reply.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_question_that_was_not_answered_stays_open_and_is_called_so()
    {
        await SayAsync("Hey Helm, status of production");

        Assert.EndsWith("My question is still open: say yes or no.", (await SayAsync("are you sure about that one")).Text, StringComparison.Ordinal);
        Assert.StartsWith("infra-001", (await SayAsync("yes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_changes_in_one_sentence_are_refused() =>
        Assert.StartsWith("Those were too many requests at once.", (await SayAsync("restart the api lambda in production and staging")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("show me the issues in production and then the dashboard", IntentNames.DashboardView)]
    [InlineData("status of staging and what is wrong with the api lambda", IntentNames.Investigate)]
    public async Task Several_requests_are_answered_in_one_reply(string text, string last)
    {
        var parts = text.Split(text.Contains(" then ", StringComparison.Ordinal) ? " and then " : " and ");
        var reply = await SayAsync(text);

        Assert.Equal(last, reply.Intent);
        Assert.StartsWith((await SayAsync(parts[0])).Text, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_changes_at_once_are_too_many() =>
        Assert.StartsWith("Those were too many requests at once.", (await SayAsync("restart the api lambda in production and then scale the api lambda in staging to five")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_change_in_words_of_no_pattern_is_asked_about_first()
    {
        var asked = await SayAsync("the api lambda in production deserves a good kick");

        Assert.StartsWith("Did you mean that I should restart API Lambda in production?", asked.Text, StringComparison.Ordinal);
        Assert.Equal(IntentNames.ConfirmNo, (await SayAsync("no")).Intent);
    }

    [Fact]
    public async Task What_is_asked_not_to_be_done_is_not_done() =>
        Assert.Equal(IntentNames.Stop, (await SayAsync("do not restart anything")).Intent);

    private Task<Reply> SayAsync(string text) => _desk.Get<Assistant>().RespondAsync(
        new Utterance(text, "emulator:c1", Person.LocalOwner, Channel.Chat), TestContext.Current.CancellationToken);
}
