using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Tests.Direction;

public sealed class DirectorTests
{
    private static readonly Person Viewer = new("emulator:u1", "Vera", Role.Viewer);
    private static readonly Person Stranger = new("emulator:u2", "Sam", null);

    [Fact]
    public async Task A_stranger_is_refused_whatever_is_asked()
    {
        using var desk = new Desk(Example.Well);
        foreach (var intent in All)
        {
            var answer = await desk.RunAsync(Desk.Command(intent), Stranger, TurnContext.Empty);

            Assert.Equal("shared.unknown_person", answer.Wording);
            Assert.False(answer.Succeeded);
        }
    }

    [Fact]
    public async Task A_refusal_says_which_role_it_takes()
    {
        using var desk = new Desk(Example.Troubled);

        var answer = await desk.RunAsync(Desk.Command(IntentNames.Remediate, (Slots.IssueId, "infra-001")), Viewer, TurnContext.Empty);

        Assert.StartsWith("That needs the role operator, and you have the role viewer.", desk.Library.Word(answer).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_of_narnia_is_refused_with_the_environments_that_are_known()
    {
        using var desk = new Desk(Example.Well);

        var answer = await desk.RunAsync(IntentNames.StatusQuery, (Slots.Environment, "narnia"));

        Assert.Equal(
            "I don't know an environment called narnia. I know production, staging, test, and development.",
            desk.Library.Word(answer).Text);
        Assert.Equal(("slot", Slots.Environment), (answer.Question!.Kind, answer.Question.Slot));
    }

    [Fact]
    public async Task A_domain_that_nobody_watches_is_refused_by_name()
    {
        using var desk = new Desk(Example.Well);

        var worded = await desk.HearAsync(IntentNames.StatusQuery, (Slots.Environment, "prod"), (Slots.Domain, "kubernetes"));

        Assert.Equal("I don't know a domain called kubernetes. I know infrastructure, applications, and content.", worded.Text);
    }

    [Fact]
    public async Task A_missing_issue_is_asked_for_with_those_that_were_listed()
    {
        using var desk = new Desk(Example.Troubled);
        var listed = new TurnContext { Issues = ["infra-001", "infra-002"] };

        var answer = await desk.RunAsync(Desk.Command(IntentNames.Investigate), Person.LocalOwner, listed);

        Assert.Equal("Which issue do you mean? I know infra-001 and infra-002.", desk.Library.Word(answer).Text);
    }

    [Theory]
    [InlineData(Slots.IssueId, "infra-002", "infra-002")]
    [InlineData(Slots.IssueId, "INFRA-002", "infra-002")]
    [InlineData(Slots.Ordinal, 1, "infra-002")]
    [InlineData(Slots.Ordinal, -1, "infra-001")]
    [InlineData(Slots.Resource, "cloudfront", "infra-002")]
    [InlineData(Slots.Reference, "current", "content-001")]
    public async Task An_issue_may_be_meant_in_many_ways(string slot, object value, string issue)
    {
        using var desk = new Desk(Example.Troubled);
        var context = new TurnContext { Issues = ["infra-002", "infra-001"], FocusIssue = "content-001" };

        var answer = await desk.RunAsync(Desk.Command(IntentNames.Investigate, (slot, value)), Person.LocalOwner, context);

        Assert.Equal(issue, answer.FocusIssue);
    }

    [Theory]
    [InlineData(Slots.IssueId, "infra-999", "I don't know an issue called infra-999. I know infra-001, infra-002, and content-001.")]
    [InlineData(Slots.Ordinal, 7, "I don't know an issue called number 7. I know infra-001, infra-002, and content-001.")]
    [InlineData(Slots.Resource, "primary-db", "There is no open issue for primary-db.")]
    public async Task An_issue_that_is_not_there_is_never_another(string slot, object value, string text)
    {
        using var desk = new Desk(Example.Troubled);

        Assert.Equal(text, (await desk.HearAsync(IntentNames.Investigate, (slot, value))).Text);
    }

    [Fact]
    public async Task No_cause_is_made_up()
    {
        using var desk = new Desk(Example.Troubled);

        var worded = await desk.HearAsync(IntentNames.Investigate, (Slots.IssueId, "infra-001"));

        Assert.EndsWith("No cause has been established.", worded.Speech, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cause_that_is_identified_is_told_with_its_evidence()
    {
        var issue = Example.LambdaErrors with
        {
            RootCause = new() { Identified = true, Cause = "Database connection pool exhausted", Evidence = ["45 DatabaseConnectionTimeout errors"] },
        };
        using var desk = new Desk(Example.Troubled with { TopIssues = [issue] });

        var worded = await desk.HearAsync(IntentNames.Investigate, (Slots.IssueId, "infra-001"));

        Assert.EndsWith(
            "The root cause is identified: Database connection pool exhausted. The evidence: forty-five DatabaseConnectionTimeout errors.",
            worded.Speech,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(IntentNames.Remediate, "I can't change anything: remediation is not switched on, so I have no rights to change what runs. infra-001 stays open.")]
    [InlineData(IntentNames.Escalate, "I can't create a work item: no tracker is connected. infra-001 stays with operations")]
    public async Task A_power_that_is_off_is_not_pretended(string intent, string text)
    {
        using var desk = new Desk(Example.Troubled);

        var answer = await desk.RunAsync(intent, (Slots.IssueId, "infra-001"));

        Assert.StartsWith(text, desk.Library.Word(answer).Text, StringComparison.Ordinal);
        Assert.False(answer.Succeeded);
    }

    [Theory]
    [InlineData("delete_resources", "I never delete resources, whoever asks.")]
    [InlineData("modify_security_groups", "I never change security groups, whoever asks.")]
    public async Task Some_things_helm_never_does(string action, string text)
    {
        using var desk = new Desk(Example.Troubled);

        Assert.StartsWith(text, (await desk.HearAsync(IntentNames.Remediate, (Slots.Action, action))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_measured_is_said_to_be_not_measured()
    {
        using var desk = new Desk(Example.Troubled);

        var worded = await desk.HearAsync(IntentNames.MetricsQuery, (Slots.Environment, "prod"), (Slots.Resource, "api-lambda"), (Slots.Metric, "connections"));

        Assert.Equal(
            "I have no value of the connections of API Lambda in production: it is not measured, or could not be read at the last check.",
            worded.Text);
    }

    public static TheoryData<string> AllIntents => [.. All];

    private static IEnumerable<string> All =>
        typeof(IntentNames).GetFields().Select(name => (string)name.GetRawConstantValue()!);

    [Theory]
    [MemberData(nameof(AllIntents))]
    public async Task Every_intent_is_answered_in_words(string intent)
    {
        foreach (var overview in new[] { Example.Troubled, Example.Well, Example.Unseen, Example.Empty })
        {
            using var desk = new Desk(overview);

            var answer = await desk.RunAsync(intent);
            var worded = desk.Library.Word(answer);

            Assert.True(answer.Wording.StartsWith(intent + ".", StringComparison.Ordinal) || answer.Wording.StartsWith("shared.", StringComparison.Ordinal), answer.Wording);
            Assert.NotEmpty(worded.Text);
            Assert.NotEmpty(worded.Speech);
            Assert.DoesNotContain(worded.Speech, letter => char.IsDigit(letter) || char.IsSymbol(letter) || letter is '/' or '(' or '%');
        }
    }
}
