using Helm.Speech.Keeping;
using Helm.Speech.Sessions;

namespace Helm.Cli.Voice;

/// <summary>What is done about everything that happens at this machine's microphone: it is shown, and kept on request.</summary>
internal static class Watching
{
    public static Action<VoiceEvent> Events()
    {
        var options = VoiceSettings.Door();
        if (options.KeepTurns <= 0)
        {
            return SpokenConversation.Show;
        }

        var keeper = new TurnKeeper(
            new TurnFolder(options.TurnFolder, options.KeepTurns), "listen", TimeProvider.System, reason => Console.Error.WriteLine($"A turn could not be kept: {reason}"));
        return happened =>
        {
            keeper.Watch(happened);
            SpokenConversation.Show(happened);
        };
    }
}
