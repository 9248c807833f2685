using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Operations.Issues;

namespace Helm.Conversation.Tests.Direction;

public sealed class StatusTests
{
    [Fact]
    public async Task Hey_helm_whats_the_status_of_production()
    {
        using var desk = new Desk(Example.Troubled);

        var worded = await desk.HearAsync(IntentNames.StatusQuery, (Slots.Environment, "prod"));

        Assert.Equal(
            "Production is currently degraded. I've detected one critical issue affecting the API Lambda function. "
            + "The error rate is five point two percent, which exceeds our SLO target of zero point one percent. "
            + "This is affecting sixty-five out of twelve hundred fifty requests and has been ongoing for twenty-three minutes. "
            + "I've also noticed the cache hit rate of the CloudFront distribution is at sixty-five percent instead of our target of "
            + "eighty percent, and Content engagement declining. Would you like me to investigate?",
            worded.Speech);
        Assert.Equal(
            "Production is currently degraded. I've detected 1 critical issue affecting the API Lambda function. "
            + "The error rate is 5.2%, which exceeds our SLO target of 0.1%. "
            + "This is affecting 65/1250 requests and has been ongoing for 23 minutes. "
            + "I've also noticed the cache hit rate of the CloudFront distribution is at 65% instead of our target of "
            + "80%, and Content engagement declining. Would you like me to investigate?",
            worded.Text);
    }

    [Fact]
    public async Task Production_is_healthy()
    {
        using var desk = new Desk(Example.Well);

        var worded = await desk.HearAsync(IntentNames.StatusQuery, (Slots.Environment, "prod"));

        Assert.Equal(
            "Production is currently healthy. All systems are operating normally. Fifteen resources monitored, fifteen healthy.",
            worded.Speech);
    }

    [Fact]
    public async Task The_status_ends_in_an_offer_of_what_can_be_done()
    {
        using var desk = new Desk(Example.Troubled);

        var answer = await desk.RunAsync(IntentNames.StatusQuery);

        Assert.Equal(("offer", "infra-001"), (answer.Question!.Kind, answer.FocusIssue));
        Assert.Equal([IntentNames.Investigate], answer.Question.Options);
    }

    [Fact]
    public async Task Nobody_named_an_environment_and_the_answer_says_which_it_took()
    {
        using var desk = new Desk(Example.Well);

        var worded = await desk.HearAsync(IntentNames.StatusQuery);

        Assert.StartsWith("You named no environment, so this is production. Production is currently healthy.", worded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_never_checked_is_not_called_healthy()
    {
        using var desk = new Desk(Example.Unseen);

        var worded = await desk.HearAsync(IntentNames.StatusQuery, (Slots.Environment, "prod"));

        Assert.Equal("I can't tell how production is, because it has not been checked yet. 1 of 1 resource unknown, 0 healthy.", worded.Text);
    }

    [Fact]
    public async Task Where_nothing_is_registered_nothing_is_known()
    {
        using var desk = new Desk(Example.Empty);

        var worded = await desk.HearAsync(IntentNames.StatusQuery, (Slots.Environment, "staging"));

        Assert.Equal("I can't tell how staging is, because nothing is registered there.", worded.Text);
    }

    [Fact]
    public async Task Hows_the_infrastructure()
    {
        using var desk = new Desk(Example.Troubled);

        var worded = await desk.HearAsync(IntentNames.StatusQuery, (Slots.Environment, "prod"), (Slots.Domain, "infrastructure"));

        Assert.StartsWith("Infrastructure in production is currently degraded.", worded.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("engagement", worded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_the_api_lambda_up_in_production()
    {
        using var desk = new Desk(Example.Troubled);

        var worded = await desk.HearAsync(IntentNames.StatusQuery, (Slots.Environment, "prod"), (Slots.Resource, "api-lambda"));

        Assert.Equal(
            "The API Lambda function in production is degraded. The error rate of the API Lambda function is five point two percent, "
            + "the target is zero point one percent. Its issue infra one is open, for twenty-three minutes.",
            worded.Speech);
    }

    [Fact]
    public async Task A_resource_that_is_elsewhere_is_not_answered_for_here()
    {
        using var desk = new Desk(Example.Well);

        var worded = await desk.HearAsync(IntentNames.StatusQuery, (Slots.Environment, "prod"), (Slots.Resource, "api-lambda"));

        Assert.Equal("There is no resource called api-lambda in production. It is in staging.", worded.Text);
    }

    [Fact]
    public async Task Degraded_before_an_issue_is_open_tells_what_was_measured()
    {
        using var desk = new Desk(Example.Troubled with { TopIssues = [], Issues = new IssueCounts(0, 0, 0, 0, 0) });

        var worded = await desk.HearAsync(IntentNames.StatusQuery, (Slots.Environment, "prod"));

        Assert.Equal(
            "Production is currently degraded. The error rate of the API Lambda function is 5.2%, the target is 0.1%. "
            + "The cache hit rate of the CDN distribution is 65%, the target is 80%.",
            worded.Text);
    }

    [Fact]
    public async Task Two_critical_issues_are_counted_and_the_most_urgent_is_told()
    {
        using var desk = new Desk(Example.Troubled with { Issues = new IssueCounts(4, 2, 0, 2, 0) });

        var worded = await desk.HearAsync(IntentNames.StatusQuery);

        Assert.Contains("I've detected two critical issues; the most urgent is affecting the API Lambda function.", worded.Speech, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_rounds_to_its_target_keeps_the_decimals_that_tell_them_apart()
    {
        var issue = Example.LambdaErrors with { Impact = Example.LambdaErrors.Impact with { SloCurrent = 0.1004m } };
        using var desk = new Desk(Example.Troubled with { TopIssues = [issue] });

        var worded = await desk.HearAsync(IntentNames.StatusQuery);

        Assert.Contains("The error rate is 0.1004%, which exceeds our SLO target of 0.1%.", worded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_format_may_be_chosen()
    {
        using var desk = new Desk(Example.Well);
        var answer = await desk.RunAsync(IntentNames.StatusQuery);
        var worded = desk.Library.Word(answer);

        Assert.StartsWith("{", Formats.Render("json", answer, worded), StringComparison.Ordinal);
        Assert.Equal(worded.Speech, Formats.Render("voice", answer, worded));
        Assert.Equal(worded.Text, Formats.Render(null, answer, worded));
    }
}
