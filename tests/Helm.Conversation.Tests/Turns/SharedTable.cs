using Helm.Conversation.Intents;

namespace Helm.Conversation.Tests.Turns;

/// <summary>The real intent table, read once for all conversations.</summary>
internal static class SharedTable
{
    public static IntentTable Table { get; } = Intents.Table.English;
}
