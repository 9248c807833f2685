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
public sealed record Understood(IntentMatch Match, Command Command)
{
    /// <summary>Carrying it out changes something.</summary>
    public bool Changes { get; init; }

    /// <summary>The sentence in parts, where it is several requests; they are answered in this order.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>More than are answered at once, or more than one change.</summary>
    public bool TooMany { get; init; }
}
