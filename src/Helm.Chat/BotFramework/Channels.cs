namespace Helm.Chat.BotFramework;

/// <summary>The names of channels that differ from the others in what they take.</summary>
internal static class Channels
{
    public const string Teams = "msteams";

    /// <summary>What every channel is called in development mode.</summary>
    public const string Emulator = "emulator";
}
