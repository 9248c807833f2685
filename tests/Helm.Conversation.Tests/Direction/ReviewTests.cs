using Helm.Conversation.Direction;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Direction;

/// <summary>Looking back: what is handed over is what was recorded.</summary>
public sealed class ReviewTests : IDisposable
{
    private const string Mode = "mode";

    private readonly Desk _desk = new(Example.Troubled);

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task An_incident_is_summed_up_with_what_comes_next()
    {
        var told = await _desk.HearAsync(IntentNames.History, (Mode, "summary"), (Slots.IssueId, "infra-001"));

        Assert.StartsWith("infra-001 (critical, active) in production: ", told.Text, StringComparison.Ordinal);
        Assert.Contains("\nNext: ", told.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed so far.", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_incident_that_nobody_named_is_the_most_urgent_one()
    {
        var told = await _desk.HearAsync(IntentNames.History, (Mode, "summary"));

        Assert.StartsWith(_desk.Operations.Overview.TopIssues[0].IssueId + " (", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handover_names_every_open_issue()
    {
        var told = await _desk.HearAsync(IntentNames.History, (Mode, "handover"), (Slots.Environment, "prod"));

        Assert.StartsWith("Handover of production: ", told.Text, StringComparison.Ordinal);
        Assert.All(_desk.Operations.Overview.TopIssues.Where(issue => issue.Environment == "prod").Take(5), issue => Assert.Contains(issue.IssueId, told.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_mortem_is_Markdown_to_read_and_a_sentence_to_hear()
    {
        var told = await _desk.HearAsync(IntentNames.History, (Mode, "postmortem"), (Slots.IssueId, "infra-001"));

        Assert.StartsWith("# Post-mortem (draft): ", told.Text, StringComparison.Ordinal);
        Assert.Contains("\n## Summary\n", told.Text, StringComparison.Ordinal);
        Assert.StartsWith("I have drafted the post-mortem of ", told.Speech, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_says_what_is_not_known()
    {
        var told = await _desk.HearAsync(IntentNames.History, (Mode, "report"));

        Assert.Contains("Mean time to resolution: not known", told.Text, StringComparison.Ordinal);
    }
}
