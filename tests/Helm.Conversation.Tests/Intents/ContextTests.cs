using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Intents;

public sealed class ContextTests
{
    private static readonly TurnContext Asked = new()
    {
        Pending = "confirm_remediation",
        LastIntent = IntentNames.Remediate,
        LastEntities = new Dictionary<string, object> { ["action"] = "restart", ["resource"] = "redis", ["environment"] = "prod" },
    };

    private static readonly TurnContext Listed = new()
    {
        LastIntent = IntentNames.IssuesList,
        LastEntities = new Dictionary<string, object> { ["environment"] = "prod" },
        Issues = ["content-001", "infra-002"],
    };

    [Theory]
    [InlineData("yes", IntentNames.ConfirmYes)]
    [InlineData("yeah go for it", IntentNames.ConfirmYes)]
    [InlineData("no", IntentNames.ConfirmNo)]
    [InlineData("I'd rather you didn't", IntentNames.ConfirmNo)]
    [InlineData("cancel", IntentNames.ConfirmNo)]
    [InlineData("status of staging", IntentNames.StatusQuery)]
    [InlineData("thanks but we can handle it", IntentNames.ConfirmNo)]
    [InlineData("not while customers are on the site", IntentNames.ConfirmNo)]
    [InlineData("you have misunderstood me", IntentNames.ConfirmNo)]
    [InlineData("you got me all wrong", IntentNames.ConfirmNo)]
    [InlineData("i wouldn't say no", IntentNames.ConfirmYes)]
    [InlineData("i can't see why not", IntentNames.ConfirmYes)]
    [InlineData("scrap that, use checkout", IntentNames.Correction)]
    public void While_a_question_is_open_bare_answers_bind_to_it(string text, string intent) =>
        Assert.Equal(intent, Table.Hear(text, Asked).Intent);

    [Theory]
    [InlineData("--format=table", "table")]
    [InlineData("--format json", "json")]
    [InlineData("as a table", "table")]
    [InlineData("show it as json", "json")]
    [InlineData("in json please", "json")]
    public void Another_format_alone_asks_for_the_same_again(string text, string format)
    {
        var match = Table.Hear(text, Listed);

        Assert.Equal((IntentNames.IssuesList, true), (match.Intent, match.FollowsUp));
        Assert.Equal(format, match.Entities["format"]);
    }

    [Theory]
    [InlineData("what would that do")]
    [InlineData("can you say yes for me next time")]
    [InlineData("does that do any harm")]
    [InlineData("what would that do exactly")]
    [InlineData("how risky is that right now")]
    public void A_question_about_the_question_is_no_yes(string text) =>
        Assert.NotEqual(IntentNames.ConfirmYes, Table.Hear(text, Asked).Intent);

    [Theory]
    [InlineData("what does that mean for the customers")]
    [InlineData("how long would that take")]
    [InlineData("who asked for this")]
    public void A_question_about_the_question_is_no_refusal_either(string text) =>
        Assert.NotEqual(IntentNames.ConfirmNo, Table.Hear(text, Asked).Intent);

    [Theory]
    [InlineData("the first option", IntentNames.Remediate)]
    [InlineData("option two", IntentNames.Escalate)]
    [InlineData("the ticket please", IntentNames.Escalate)]
    [InlineData("the latter please", IntentNames.Escalate)]
    [InlineData("no need to escalate", IntentNames.ConfirmNo)]
    public void One_of_what_was_offered_is_taken_and_a_refusal_of_it_is_none(string text, string intent) =>
        Assert.Equal(intent, Table.Hear(text, new TurnContext { Pending = "offer", Options = [IntentNames.Remediate, IntentNames.Escalate], LastIntent = IntentNames.Investigate, FocusIssue = "infra-001" }).Intent);

    [Theory]
    [InlineData("the second option, give it to the devs")]
    [InlineData("option two, hand it over to the developers")]
    public void The_place_of_an_option_is_no_place_of_an_issue(string text) =>
        Assert.Equal("escalate: issue_id=infra-001", Resolved(text, new TurnContext { Pending = "offer", Options = [IntentNames.Remediate, IntentNames.Escalate], LastIntent = IntentNames.Investigate, FocusIssue = "infra-001", Issues = ["infra-001", "infra-002"] }));

    [Theory]
    [InlineData("you got me all wrong")]
    [InlineData("that's not what I meant")]
    [InlineData("i meant something completely different")]
    public void A_correction_that_names_nothing_runs_nothing_again(string text) =>
        Assert.Equal("correction: ", Resolved(text, Asked with { Pending = null }));

    [Theory]
    [InlineData("roll it back rather than restart it", "rollback")]
    [InlineData("instead of restarting it scale it up", "scale")]
    public void The_action_that_is_not_meant_is_not_taken(string text, string action) =>
        Assert.Equal(action, Table.Hear(text, Asked).Entities["action"]);

    [Theory]
    [InlineData("show me the logs first", "logs_query: ")]
    [InlineData("investigate the first", "investigate: issue_id=infra-001")]
    [InlineData("acknowledge the first", "acknowledge: issue_id=infra-001")]
    public void First_names_a_place_where_it_does_not_only_say_when(string text, string command) =>
        Assert.Equal(command, Resolved(text, TurnContext.Empty));

    [Theory]
    [InlineData("not on a friday afternoon", IntentNames.ConfirmNo)]
    [InlineData("yes but only two", IntentNames.Correction)]
    [InlineData("not the cache, the database", IntentNames.Correction)]
    public void A_value_that_is_not_meant_corrects_nothing(string text, string intent) =>
        Assert.Equal(intent, Table.Hear(text, Asked).Intent);

    [Theory]
    [InlineData("has that helped", "status_query: resource=checkout")]
    [InlineData("give it two more pods", "remediate: action=scale count=2 resource=checkout")]
    [InlineData("is it still open", "status_query: resource=checkout")]
    public void What_was_spoken_of_is_asked_about_in_few_words(string text, string command) =>
        Assert.Equal(command, Resolved(text, new TurnContext { LastIntent = IntentNames.StatusQuery, LastEntities = new Dictionary<string, object> { ["resource"] = "checkout" } }));

    [Theory]
    [InlineData("and the one for test", "status_query: environment=test resource=checkout")]
    public void The_one_is_no_number(string text, string command) =>
        Assert.Equal(command, Resolved(text, new TurnContext { LastIntent = IntentNames.StatusQuery, LastEntities = new Dictionary<string, object> { ["resource"] = "checkout", ["environment"] = "prod" } }));

    [Theory]
    [InlineData("is it up again", "status_query: resource=checkout")]
    [InlineData("what's its memory like", "metrics_query: metric=memory resource=checkout")]
    public void It_is_what_was_spoken_of_last(string text, string command) =>
        Assert.Equal(command, Resolved(text, new TurnContext { LastIntent = IntentNames.Remediate, LastEntities = new Dictionary<string, object> { ["action"] = "restart", ["resource"] = "checkout" } }));

    [Theory]
    [InlineData("yes", IntentNames.OutOfScope)]
    [InlineData("go for it", IntentNames.OutOfScope)]
    [InlineData("cancel", IntentNames.Stop)]
    [InlineData("never mind", IntentNames.Stop)]
    public void Without_a_question_nothing_is_confirmed(string text, string intent) =>
        Assert.Equal(intent, Table.Hear(text).Intent);

    [Fact]
    public void An_answer_that_names_an_option_takes_it()
    {
        var offer = new TurnContext { Pending = "offer", Options = [IntentNames.Remediate, IntentNames.Escalate], LastIntent = IntentNames.Investigate, FocusIssue = "infra-001" };

        Assert.Equal("remediate: action=immediate issue_id=infra-001", Resolved("go ahead and apply the immediate fix", offer));
        Assert.Equal("escalate: issue_id=infra-001", Resolved("the second one", offer));
    }

    [Theory]
    [InlineData("and staging?", "issues_list: environment=staging")]
    [InlineData("just show me the top two", "issues_list: environment=prod top=2")]
    [InlineData("only the critical ones", "issues_list: environment=prod severity=critical")]
    [InlineData("investigate the second one", "investigate: issue_id=infra-002")]
    [InlineData("the last one", "investigate: issue_id=infra-002")]
    [InlineData("look into the first issue", "investigate: issue_id=content-001")]
    public void A_list_can_be_asked_about_further(string text, string command) =>
        Assert.Equal(command, Resolved(text, Listed));

    [Theory]
    [InlineData("no no staging i said staging", "remediate: action=restart environment=staging resource=redis")]
    [InlineData("sorry I meant the test environment", "remediate: action=restart environment=test resource=redis")]
    [InlineData("wrong one i wanted checkout", "remediate: action=restart environment=prod resource=checkout")]
    public void A_correction_replaces_what_it_names(string text, string command) =>
        Assert.Equal(command, Resolved(text, Asked));

    [Theory]
    [InlineData("investigate it", "investigate: issue_id=infra-001")]
    [InlineData("escalate", "escalate: issue_id=infra-001")]
    [InlineData("on it", "acknowledge: issue_id=infra-001")]
    [InlineData("show its logs", "logs_query: issue_id=infra-001")]
    [InlineData("investigate infra-002", "investigate: issue_id=infra-002")]
    [InlineData("status of staging", "status_query: environment=staging")]
    public void This_is_the_issue_in_focus(string text, string command) =>
        Assert.Equal(command, Resolved(text, new TurnContext { FocusIssue = "infra-001", LastIntent = IntentNames.StatusQuery }));

    [Fact]
    public void An_ordinal_beyond_the_list_stays_open() =>
        Assert.Equal("investigate: ordinal=9", Resolved("investigate the ninth one", Listed));

    [Fact]
    public void Without_a_list_the_ordinal_counts_the_open_issues() =>
        Assert.Equal("investigate: issue_id=infra-001", Resolved("investigate issue one", TurnContext.Empty));

    private static string Resolved(string text, TurnContext context)
    {
        var command = ContextResolver.Resolve(Table.Hear(text, context), context, Table.Company, Table.English);

        return $"{command.Intent}: {Table.Say(command.Entities)}";
    }
}
