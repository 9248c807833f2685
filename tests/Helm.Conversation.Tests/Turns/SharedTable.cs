using Helm.Conversation.Intents;
using Helm.Operations.Settings;

namespace Helm.Conversation.Tests.Turns;

/// <summary>The real intent table, read once for all conversations.</summary>
internal static class SharedTable
{
    public static IntentTable Table { get; } = IntentTable.Load(ProgramFolder.Locate("intents/en"));
}
