using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Operations.People;

namespace Helm.Conversation.Tests.Direction;

/// <summary>A person's days and clocks are their own; the JSON stays in UTC.</summary>
public sealed class TimeZoneTests : IDisposable
{
    private static readonly Person InNewYork = Person.LocalOwner with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

    private readonly Desk _desk = new(Example.Troubled);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Until_tonight_is_until_midnight_where_the_person_is()
    {
        await SilenceAsync(InNewYork);
        await SilenceAsync(Person.LocalOwner);

        Assert.Equal([5, 0], _desk.Operations.Quiet.Silences.Select(silence => silence.Until.UtcDateTime.Hour));
        Assert.All(_desk.Operations.Quiet.Silences, silence => Assert.Equal(TimeSpan.Zero, silence.Until.Offset));
    }

    [Fact]
    public async Task Times_are_written_and_spoken_by_the_persons_clock_and_the_json_says_the_same_moment()
    {
        var answer = await SilenceAsync(InNewYork);
        var there = _desk.Library.Word(answer, InNewYork.TimeZone);
        var here = _desk.Library.Word(answer);

        Assert.Contains("until 00:00 UTC-5", there.Text, StringComparison.Ordinal);
        Assert.Contains("until 05:00 UTC", here.Text, StringComparison.Ordinal);
        Assert.Contains("T05:00:00Z", HelmJson.Write(answer.Data), StringComparison.Ordinal);
        Assert.NotEqual(there.Speech, here.Speech);
    }

    [Fact]
    public void What_only_looks_like_a_time_stays_as_it_is()
    {
        var answer = new Answer("oncall_query.on_call", new { shifts = new[] { new { name = "2025-01-15", schedule = "T14:23:00Z" } } });

        Assert.Equal(_desk.Library.Word(answer).Text, _desk.Library.Word(answer, InNewYork.TimeZone).Text);
    }

    private Task<Answer> SilenceAsync(Person person) => _desk.RunAsync(
        Desk.Command(IntentNames.Silence, ("mode", "silence"), (Slots.Resource, "redis"), (Slots.TimeRange, "today")), person, TurnContext.Empty);
}
