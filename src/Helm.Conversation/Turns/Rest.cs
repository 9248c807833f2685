using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Turns;

/// <summary>The rest of a list of which only the beginning was read aloud.</summary>
internal static class Rest
{
    private const string Part = "part";
    private const string TheRest = "rest";

    /// <summary>"The rest", "what are the others?"</summary>
    public static bool IsAskedFor(Command command) => command.Intent == IntentNames.Repeat && command.Text(Part) == TheRest;

    /// <summary>"Go on" where nothing was asked means the list.</summary>
    public static bool MayGoOn(ConversationState state) => state is { Pending: null, LastReply.SpeechRest.Count: > 0 };

    public static Turn Of(ConversationState state) => new(
        new Command(IntentNames.Repeat, new Dictionary<string, object> { [Part] = TheRest }),
        state.LastReply is { SpeechRest: { Count: > 0 } rest }
            ? new Answer("repeat.rest", new { items = rest })
            : new Answer("repeat.all", new { items = Array.Empty<string>() }));
}
