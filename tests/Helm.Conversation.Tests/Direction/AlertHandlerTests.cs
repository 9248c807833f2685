using Helm.Conversation.Direction;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Direction;

public sealed class AlertHandlerTests : IDisposable
{
    private readonly Desk _desk = new(Example.Troubled);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Who_takes_an_issue_on_is_noted_and_the_next_one_is_told_who_it_is()
    {
        var first = await _desk.HearAsync(IntentNames.Acknowledge, (Slots.IssueId, "infra-001"));
        var second = await _desk.HearAsync(IntentNames.Acknowledge, (Slots.IssueId, "infra-001"));

        Assert.StartsWith("Noted: Local owner is at infra-001", first.Text, StringComparison.Ordinal);
        Assert.Equal("Local owner is at infra-001 already.", second.Text);
    }

    [Fact]
    public async Task A_resource_is_silenced_for_the_time_that_was_said()
    {
        var told = await _desk.HearAsync(IntentNames.Silence, ("mode", "silence"), (Slots.Resource, "redis"), (Slots.Duration, "PT2H"));

        var silence = Assert.Single(_desk.Operations.Quiet.Silences);
        Assert.Equal(("redis", _desk.Clock.GetUtcNow().AddHours(2), false), (silence.Resource, silence.Until, silence.Maintenance));
        Assert.StartsWith("I keep alerts of redis quiet for 2 hours, until ", told.Text, StringComparison.Ordinal);
        Assert.Contains("two hours", told.Speech, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_maintenance_window_is_begun_and_ended()
    {
        await _desk.HearAsync(IntentNames.Silence, ("mode", "maintenance"), (Slots.Environment, "prod"), (Slots.Duration, "PT90M"));
        Assert.True(Assert.Single(_desk.Operations.Quiet.Silences).Maintenance);

        var ended = await _desk.HearAsync(IntentNames.Silence, ("mode", "end"));
        var again = await _desk.HearAsync(IntentNames.Silence, ("mode", "end"));

        Assert.Empty(_desk.Operations.Quiet.Silences);
        Assert.Contains("silence-1 has ended", ended.Text, StringComparison.Ordinal);
        Assert.Equal("Nothing of that kind is silenced.", again.Text);
    }

    [Fact]
    public async Task Nothing_is_silenced_that_was_not_named_nor_for_a_time_that_was_not_understood()
    {
        Assert.False((await _desk.RunAsync(IntentNames.Silence, ("mode", "silence"), (Slots.Duration, "PT2H"))).Succeeded);
        Assert.False((await _desk.RunAsync(IntentNames.Silence, ("mode", "silence"), (Slots.Resource, "redis"), (Slots.Duration, "P90D"))).Succeeded);
        Assert.False((await _desk.RunAsync(IntentNames.Silence, ("mode", "silence"), (Slots.IssueId, "infra-999"))).Succeeded);
        Assert.Empty(_desk.Operations.Quiet.Silences);
    }

    [Fact]
    public async Task One_issue_can_be_snoozed()
    {
        var told = await _desk.HearAsync(IntentNames.Silence, ("mode", "silence"), (Slots.IssueId, "infra-001"), (Slots.Duration, "PT1H"));

        Assert.Equal("infra-001", Assert.Single(_desk.Operations.Quiet.Silences).IssueId);
        Assert.StartsWith("I keep infra-001 quiet for 1 hour", told.Text, StringComparison.Ordinal);
    }
}
