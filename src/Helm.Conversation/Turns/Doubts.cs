using Helm.Conversation.Direction;
using Helm.Conversation.Intents;
using Helm.Conversation.Intents.Recognition;
using Helm.Operations.Remediation.Policy;

namespace Helm.Conversation.Turns;

/// <summary>What is asked back rather than assumed: a name that nobody knows, one of two that sound alike, a change that was only gathered.</summary>
internal static class Doubts
{
    /// <summary>What gathers a sentence from its words, in whatever order they come.</summary>
    private static readonly string[] Gathered = [FrameRecogniser.Called, StatisticalRecogniser.Called];

    /// <summary>Null when there is nothing to doubt.</summary>
    public static Turn? Of(Understood understood, Vocabulary names) => Unresolved(understood, names) ?? Doubtful(understood);

    /// <summary>A yes that was only guessed agrees to nothing: the question stays open, and the answer is asked for again.</summary>
    public static Turn? OfYes(Understood understood) =>
        understood.Match is { Recogniser: StatisticalRecogniser.Called, Intent: IntentNames.ConfirmYes }
            ? new(new Command(IntentNames.OutOfScope, new Dictionary<string, object>()), Refusals.SayYes())
            : null;

    private static Turn? Unresolved(Understood understood, Vocabulary names) => understood.Match.Unresolved switch
    {
        [{ Candidates: [_, ..] } near, ..] => new(understood.Command, Refusals.NearTie(near.Slot, near.Words, near.Candidates)),
        [var unknown, ..] => new(understood.Command, Refusals.UnknownName(unknown.Slot, unknown.Words, Known(unknown.Slot, names))),
        [] => null,
    };

    /// <summary>A change that was gathered from the words alone is asked about before it is taken for one.</summary>
    private static Turn? Doubtful(Understood understood) =>
        Gathered.Contains(understood.Match.Recogniser) && understood.Changes && !IsNeverDone(understood.Command)
            ? new(understood.Command, Refusals.DidYouMean(understood.Command))
            : null;

    /// <summary>Refused in any case, so that there is nothing to ask.</summary>
    private static bool IsNeverDone(Command command) => command.Text(Slots.Action) is { } action && ApprovalPolicy.NeverAtAll.Contains(action);

    private static IReadOnlyList<string> Known(string slot, Vocabulary names) => slot switch
    {
        Slots.Environment => [.. names.Environments.Select(name => name.Canonical)],
        Slots.Domain => [.. names.Domains.Select(name => name.Canonical)],
        Slots.Metric => [.. names.Metrics.Select(name => name.Canonical)],
        Slots.IssueId or Slots.Ordinal => [.. names.Issues.Take(10).Select(issue => issue.IssueId)],
        Slots.Resource => [.. names.Resources.Select(resource => resource.Canonical).Distinct().Take(10)],
        _ => [],
    };
}
