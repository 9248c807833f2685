using Helm.Conversation.Intents;

namespace Helm.Conversation.Turns;

/// <summary>Understands sentences, and writes commands back as they are typed.</summary>
public interface IUnderstanding
{
    Understood Understand(string text, Vocabulary vocabulary, TurnContext context);

    /// <summary><c>/helm:status --env=prod</c>; null for talk.</summary>
    string? Write(Command command);
}

/// <summary>What was said, and the command that it comes to after all that was said before.</summary>
public sealed record Understood(IntentMatch Match, Command Command);
