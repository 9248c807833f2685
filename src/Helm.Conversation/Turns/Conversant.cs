using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Turns;

/// <summary>Decides what an utterance comes to, given what was said before: an answer of the director, or one about the talk itself.</summary>
internal sealed class Conversant(IUnderstanding understanding, IVocabularySource vocabulary, Director director)
{
    /// <summary>Longer texts are no request; what reads them costs time.</summary>
    private const int LongestUtterance = 2000;

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
        if (await AnsweredAsync(understood, utterance, state, cancellation) is { } answered)
        {
            return answered;
        }

        return Several(understood)
            ?? AboutTheTalk(utterance, state, understood, names)
            ?? Doubts.Of(understood, names)
            ?? await RunAsync(Accepted(state, utterance, understood), utterance, context, cancellation);
    }

    /// <summary>Null when it is no answer to an open question. The words of a challenge count whatever else they may be.</summary>
    private async Task<Turn?> AnsweredAsync(Understood understood, Utterance utterance, ConversationState state, CancellationToken cancellation)
    {
        if (!Pending.IsAskedOf(state, utterance.Person.Id))
        {
            return null;
        }

        var unsure = Doubts.OfYes(understood);

        return Confirmation.Of(state.Pending, utterance.Text, unsure?.Command ?? understood.Command) is { } confirmation
            ? await RunAsync(confirmation, utterance, Pending.ContextFor(state, utterance.Person.Id), cancellation)
            : unsure;
    }

    private static Command Talk(string intent) => new(intent, new Dictionary<string, object>());

    private static Turn? Several(Understood understood) => understood switch
    {
        { Parts: not [_, _, ..] } => null,
        { TooMany: true } => new(Talk(IntentNames.OutOfScope), Refusals.TooMany(Compound.MostParts)),
        _ => new(understood.Command, new Answer("", new { })) { Parts = understood.Parts },
    };

    private async Task<Turn> RunAsync(Command command, Utterance utterance, TurnContext context, CancellationToken cancellation) =>
        new(command, await director.RunAsync(new CommandRequest(command, utterance.Person, context) { Origin = OriginOf(utterance) }, cancellation));

    private static Origin OriginOf(Utterance utterance) =>
        new(utterance.ConversationId, utterance.Channel == Channel.Voice, utterance.Heard);

    private Turn? AboutTheTalk(Utterance utterance, ConversationState state, Understood understood, Vocabulary names)
    {
        var asked = Pending.IsAskedOf(state, utterance.Person.Id);

        return understood.Command.Intent switch
        {
            IntentNames.Repeat when Rest.IsAskedFor(understood.Command) => Rest.Of(state),
            IntentNames.ConfirmYes when Rest.MayGoOn(state) => Rest.Of(state),
            IntentNames.Repeat when state.LastReply is { } last => Turn.Again(last),
            IntentNames.ConfirmYes when asked && state.Pending is { Kind: "offer", Options: [_, _, ..] } question =>
                new(understood.Command, new Answer("confirm_yes.which", new { options = question.Options }) { Question = question, FocusIssue = state.Context.FocusIssue }),
            IntentNames.OutOfScope when asked && state.Pending is { Kind: not "slot" } => StillOpen(state),
            IntentNames.OutOfScope or IntentNames.ConfirmYes or IntentNames.ConfirmNo
                when !asked && state.Pending is not null && IsBareAnswer(utterance, state, names) => NotYours(),
            _ => null,
        };
    }

    /// <summary>A "yes" of somebody who was not asked binds to nothing, and leaves the question open.</summary>
    private bool IsBareAnswer(Utterance utterance, ConversationState state, Vocabulary names) =>
        understanding.Understand(utterance.Text, names, Pending.AsIfAsked(state)).Match.Intent is IntentNames.ConfirmYes or IntentNames.ConfirmNo;

    /// <summary>What is no answer leaves the question open, and whoever was asked is told so.</summary>
    private static Turn StillOpen(ConversationState state) =>
        new(Talk(IntentNames.OutOfScope), new Answer("out_of_scope.still_open", new { nothing_done = state.Pending is { Plan: not null } }) { Succeeded = false });

    private static Turn NotYours() =>
        new(Talk(IntentNames.OutOfScope), new Answer("confirm_yes.not_yours", new { }) { Succeeded = false });

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
