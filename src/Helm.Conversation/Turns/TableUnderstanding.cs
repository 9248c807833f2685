using Helm.Conversation.Intents;

namespace Helm.Conversation.Turns;

/// <summary>Understands by the intent table.</summary>
internal sealed class TableUnderstanding(IntentTable table) : IUnderstanding
{
    public Understood Understand(string text, Vocabulary vocabulary, TurnContext context)
    {
        var match = table.Match(text, vocabulary, context);

        return new(match, new Command(match.Intent, match.Entities));
    }

    public string? Write(Command command) => SlashCommand.Format(table, command);
}
