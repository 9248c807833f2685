using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Turns;

/// <summary>Decides what an utterance comes to, given what was said before: an answer of the director, or one about the talk itself.</summary>
internal sealed class Conversant(IUnderstanding understanding, IVocabularySource vocabulary, Director director)
{
    /// <summary>Longer texts are no request; what reads them costs time.</summary>
    private const int LongestUtterance = 2000;

    private static readonly string[] Careful = [IntentNames.Remediate, IntentNames.Escalate];

    /// <summary>Refused in any case, so that there is nothing to ask.</summary>
    private static readonly string?[] Never = ["delete_resources", "modify_security_groups"];

    public async Task<Turn> TakeAsync(Utterance utterance, ConversationState state, CancellationToken cancellation)
    {
        var context = Pending.ContextFor(state, utterance.Person.Id);

        // A stranger learns nothing, not even the names that a question back would list or what was said to others.
        if (utterance.Person.Role is null || utterance.Text.Length > LongestUtterance)
        {
            return await RunAsync(Talk(IntentNames.OutOfScope), utterance, context, cancellation);
        }

        var names = await vocabulary.CurrentAsync(cancellation);
        if (Pending.IsAskedOf(state, utterance.Person.Id) && Pending.Filled(state, utterance.Text, names) is { } filled)
        {
            return await RunAsync(filled, utterance, context, cancellation);
        }

        var understood = understanding.Understand(utterance.Text, names, context);
        if (Pending.IsAskedOf(state, utterance.Person.Id) && Confirmation.Of(state.Pending, utterance.Text, understood.Command) is { } confirmation)
        {
            return await RunAsync(confirmation, utterance, context, cancellation);
        }

        if (understood.Parts is [_, _, ..] parts)
        {
            return understood.TooMany
                ? new(Talk(IntentNames.OutOfScope), Refusals.TooMany(Compound.MostParts))
                : new(understood.Command, new Answer("", new { })) { Parts = parts };
        }

        return AboutTheTalk(utterance, state, understood, names)
            ?? Unresolved(understood, names)
            ?? Doubtful(understood)
            ?? await RunAsync(Accepted(state, utterance, understood), utterance, context, cancellation);
    }

    private static Command Talk(string intent) => new(intent, new Dictionary<string, object>());

    private async Task<Turn> RunAsync(Command command, Utterance utterance, TurnContext context, CancellationToken cancellation) =>
        new(command, await director.RunAsync(new CommandRequest(command, utterance.Person, context) { Origin = OriginOf(utterance) }, cancellation));

    private static Origin OriginOf(Utterance utterance) =>
        new(utterance.ConversationId, utterance.Channel == Channel.Voice, utterance.Heard);

    private Turn? AboutTheTalk(Utterance utterance, ConversationState state, Understood understood, Vocabulary names)
    {
        var asked = Pending.IsAskedOf(state, utterance.Person.Id);

        return understood.Command.Intent switch
        {
            IntentNames.Repeat when state.LastReply is { } last => Turn.Again(last),
            IntentNames.ConfirmYes when asked && state.Pending is { Kind: "offer", Options: [_, _, ..] } question =>
                new(understood.Command, new Answer("confirm_yes.which", new { options = question.Options }) { Question = question, FocusIssue = state.Context.FocusIssue }),
            IntentNames.OutOfScope or IntentNames.ConfirmYes or IntentNames.ConfirmNo
                when !asked && state.Pending is not null && IsBareAnswer(utterance, state, names) => NotYours(),
            _ => null,
        };
    }

    /// <summary>A "yes" of somebody who was not asked binds to nothing, and leaves the question open.</summary>
    private bool IsBareAnswer(Utterance utterance, ConversationState state, Vocabulary names) =>
        understanding.Understand(utterance.Text, names, Pending.AsIfAsked(state)).Match.Intent is IntentNames.ConfirmYes or IntentNames.ConfirmNo;

    private static Turn NotYours() =>
        new(Talk(IntentNames.OutOfScope), new Answer("confirm_yes.not_yours", new { }) { Succeeded = false });

    private static Turn? Unresolved(Understood understood, Vocabulary names) => understood.Match.Unresolved switch
    {
        [{ Candidates: [_, ..] } near, ..] => new(understood.Command, Refusals.NearTie(near.Slot, near.Words, near.Candidates)),
        [var unknown, ..] => new(understood.Command, Refusals.UnknownName(unknown.Slot, unknown.Words, Known(unknown.Slot, names))),
        [] => null,
    };

    /// <summary>A change that was gathered from the words alone is asked about before it is taken for one.</summary>
    private static Turn? Doubtful(Understood understood) =>
        understood.Match.Recogniser == "frame" && Careful.Contains(understood.Command.Intent) && !Never.Contains(understood.Command.Text(Slots.Action))
            ? new(understood.Command, Refusals.DidYouMean(understood.Command))
            : null;

    private static Command Accepted(ConversationState state, Utterance utterance, Understood understood)
    {
        if (!Pending.IsAskedOf(state, utterance.Person.Id))
        {
            return understood.Command;
        }

        return understood.Command.Intent == IntentNames.ConfirmYes && state.Pending is { Kind: not "slot" } && state.PendingCommand is { } offered
            ? offered
            : Pending.Completed(state, understood.Command);
    }

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

/// <summary>A command and its answer, or a reply that is given once more.</summary>
internal sealed record Turn(Command Command, Answer Answer)
{
    public Reply? Repeated { get; init; }

    /// <summary>What was said is several requests, to be taken one after the other.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    public static Turn Again(Reply last) =>
        new(new Command(IntentNames.Repeat, new Dictionary<string, object>()), new Answer("", new { })) { Repeated = last with { Intent = IntentNames.Repeat } };
}
