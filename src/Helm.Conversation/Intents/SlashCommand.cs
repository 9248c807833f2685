using Helm.Conversation.Intents.Slash;

namespace Helm.Conversation.Intents;

/// <summary>Commands as they are typed.</summary>
public static class SlashCommand
{
    /// <summary><c>/helm:status --env=prod</c>; null for an intent that has no slash command.</summary>
    public static string? Format(IntentTable table, Command command) =>
        table.Find(command.Intent) is { } intent ? SlashWriter.Write(intent, command) : null;
}
