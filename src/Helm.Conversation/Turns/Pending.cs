using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Turns;

/// <summary>The rules of open questions: who may answer, and what an answer comes to.</summary>
internal static class Pending
{
    private static readonly string[] LeaveItOpen = [IntentNames.Repeat, IntentNames.OutOfScope];

    /// <summary>The question belongs to the person who was asked.</summary>
    public static bool IsAskedOf(ConversationState state, string person) => state.Pending is not null && state.PendingFor == person;

    /// <summary>What is understood with: the question only counts for the person who was asked.</summary>
    public static TurnContext ContextFor(ConversationState state, string person) => IsAskedOf(state, person)
        ? state.Context with { Pending = state.Pending!.Kind, Options = state.Pending.Options }
        : state.Context with { Pending = null, Options = [] };

    public static TurnContext AsIfAsked(ConversationState state) => ContextFor(state, state.PendingFor ?? "");

    /// <summary>"Staging", in answer to "which environment?"; null when it is something else.</summary>
    public static Command? Filled(ConversationState state, string text, Vocabulary vocabulary) =>
        state is { Pending: { Kind: "slot", Slot: { } slot, Options: var options }, PendingCommand: { } command }
        && SlotAnswer.Read(text, slot, options, vocabulary) is { } value
            ? With(command, slot, value)
            : null;

    /// <summary>An accepted offer keeps what it was about: "investigate" after "would you like me to investigate?".</summary>
    public static Command Completed(ConversationState state, Command command) =>
        state is { Pending: { Kind: "offer", Options: var options }, PendingCommand: { } offered }
        && options.Contains(command.Intent) && !Names(command)
            ? new Command(command.Intent, Merge(offered.Entities, command.Entities))
            : command;

    /// <summary>The state's question after a turn: the answer's own, or the old one where nothing was commanded.</summary>
    public static ConversationState After(ConversationState state, Command command, Answer answer, string person) => answer.Question switch
    {
        { } question => state with { Pending = question, PendingFor = person, PendingCommand = CommandFor(question, command, answer) },
        null when LeaveItOpen.Contains(command.Intent) => state,
        null => state with { Pending = null, PendingFor = null, PendingCommand = null },
    };

    private static Command CommandFor(Question question, Command command, Answer answer) =>
        question.Kind == "offer" && question.Options is [var first, ..] && answer.FocusIssue is { } issue
            ? new Command(first, new Dictionary<string, object> { [Slots.IssueId] = issue })
            : command;

    private static bool Names(Command command) =>
        command.Entities.ContainsKey(Slots.IssueId) || command.Entities.ContainsKey(Slots.Resource) || command.Entities.ContainsKey(Slots.Ordinal);

    private static Command With(Command command, string slot, string value) =>
        command with { Entities = Merge(command.Entities, new Dictionary<string, object> { [slot] = value }) };

    private static Dictionary<string, object> Merge(IReadOnlyDictionary<string, object> older, IReadOnlyDictionary<string, object> newer)
    {
        var merged = new Dictionary<string, object>(older);
        foreach (var (key, value) in newer)
        {
            merged[key] = value;
        }

        return merged;
    }
}
