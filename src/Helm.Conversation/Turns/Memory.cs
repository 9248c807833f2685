using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Turns;

/// <summary>What a turn leaves behind; bounded, however long a conversation lasts.</summary>
internal static class Memory
{
    private const int MostIssues = 50;
    private const int LongestText = 16_000;

    /// <summary>Turns that are talk: they are no command that "and staging?" could follow up.</summary>
    private static readonly string[] Talk =
    [
        IntentNames.ConfirmYes, IntentNames.ConfirmNo, IntentNames.Repeat, IntentNames.Greeting, IntentNames.Thanks,
        IntentNames.Stop, IntentNames.Help, IntentNames.Correction, IntentNames.OutOfScope,
    ];

    public static ConversationState After(ConversationState state, Command command, Answer answer, Reply reply, string person) =>
        Pending.After(state, command, answer, person) with
        {
            Context = Context(state.Context, command, answer),
            LastReply = command.Intent == IntentNames.Repeat && !Rest.IsAskedFor(command) ? state.LastReply : Kept(reply),
        };

    /// <summary>A failed turn moves no reference: "this" still means what it meant.</summary>
    private static TurnContext Context(TurnContext before, Command command, Answer answer)
    {
        if (!answer.Succeeded || Talk.Contains(command.Intent))
        {
            return before;
        }

        return before with
        {
            LastIntent = command.Intent,
            LastEntities = command.Entities,
            Issues = Listed(before.Issues, answer.Issues),
            FocusIssue = answer.FocusIssue ?? before.FocusIssue,
            LastEvent = null,
        };
    }

    /// <summary>One of the list that was read leaves the list as it is: its first is still the first, and there are others.</summary>
    private static IReadOnlyList<string> Listed(IReadOnlyList<string> before, IReadOnlyList<string> told) =>
        told.Count == 0 || (told.Count == 1 && before.Contains(told[0])) ? before : [.. told.Take(MostIssues)];

    /// <summary>As it is remembered, to be told once more.</summary>
    public static Reply Kept(Reply reply) => reply with
    {
        Text = Short(reply.Text),
        Speech = Short(reply.Speech),
        SpeechRest = [.. reply.SpeechRest.Take(MostIssues).Select(Short)],
        Data = null,
    };

    private static string Short(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
