using Helm.Speech.Hearing;

namespace Helm.Speech.Sessions;

/// <summary>What a conversation does beside the frames: it finds texts, makes answers and speech.</summary>
internal sealed class Pace(Listener listener, Mouth mouth, OwnVoice ownVoice, Turn turn)
{
    /// <summary>Completes when nothing of it is under way; what failed is told by the conversation.</summary>
    public async Task SettledAsync() =>
        await Task.WhenAll(listener.Settled, turn.Settled, mouth.Synthesis, ownVoice.Settled)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
