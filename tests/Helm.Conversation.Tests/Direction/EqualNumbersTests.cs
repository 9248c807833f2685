using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Conversation.Tests.Dialogs;
using Helm.Operations.Overviews;

namespace Helm.Conversation.Tests.Direction;

/// <summary>Every number that is shown, drawn on a card or spoken is a number of the JSON.</summary>
public sealed class EqualNumbersTests
{
    private static readonly Dictionary<string, Overview> Overviews = new()
    {
        ["troubled"] = Example.Troubled,
        ["well"] = Example.Well,
        ["unseen"] = Example.Unseen,
        ["long"] = Example.Troubled with
        {
            Timestamp = Example.Now.AddMinutes(4567),
            Notices = ["Sweeps run every 20 minutes: the month's API budget is 80 % spent."],
            TopIssues = [Example.LambdaErrors with { Impact = Example.LambdaErrors.Impact with { SloCurrent = 5.23456m, RequestsAffected = 1250000 } }],
        },
    };

    private static readonly Command[] Commands =
    [
        Desk.Command(IntentNames.StatusQuery),
        Desk.Command(IntentNames.StatusQuery, (Slots.Environment, "prod"), (Slots.Domain, "infrastructure")),
        Desk.Command(IntentNames.StatusQuery, (Slots.Resource, "api-lambda")),
        Desk.Command(IntentNames.StatusQuery, (Slots.Resource, "cdn")),
        Desk.Command(IntentNames.DashboardView),
        Desk.Command(IntentNames.IssuesList),
        Desk.Command(IntentNames.IssuesList, (Slots.Top, 2)),
        Desk.Command(IntentNames.Investigate, (Slots.IssueId, "infra-001")),
        Desk.Command(IntentNames.History, (Slots.IssueId, "infra-001")),
        Desk.Command(IntentNames.History),
        Desk.Command(IntentNames.DeploymentsList),
        Desk.Command(IntentNames.MetricsQuery),
        Desk.Command(IntentNames.MetricsQuery, (Slots.Resource, "web")),
    ];

    public static TheoryData<string, int> Cases =>
        [.. Overviews.Keys.SelectMany(name => Enumerable.Range(0, Commands.Length).Select(index => (name, index)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Every_rendering_tells_the_numbers_of_the_json(string overview, int command)
    {
        using var desk = new Desk(Overviews[overview]);
        var answer = await desk.RunAsync(Commands[command].Intent, Stated(Commands[command]));
        var worded = desk.Library.Word(answer);
        var known = Numbers.Known(HelmJson.Write(answer.Data));

        Assert.Empty(Numbers.In(worded.Text).Except(known));
        Assert.Empty(Numbers.In(worded.Card).Except(known));
        Assert.Empty(SpokenNumbers.In(worded.Speech).Except(known));
    }

    private static (string Key, object Value)[] Stated(Command command) => [.. command.Entities.Select(entity => (entity.Key, entity.Value))];

    [Fact]
    public async Task What_is_spoken_of_the_status_is_what_is_written_of_it_number_by_number()
    {
        using var desk = new Desk(Example.Troubled);

        var worded = await desk.HearAsync(IntentNames.StatusQuery);

        Assert.Equal([1, 5.2m, 0.1m, 65, 1250, 23, 65, 80], Numbers.In(worded.Text));
        Assert.Equal(Numbers.In(worded.Text), SpokenNumbers.In(worded.Speech));
    }
}
