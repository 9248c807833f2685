using Helm.Speech.Audio;
using Helm.Speech.Synthesis;

namespace Helm.Speech.Sessions;

/// <summary>Speaks through a loudspeaker while the speech is still being made.</summary>
internal static class Playback
{
    public static async Task SpeakAsync(
        this ILoudspeaker loudspeaker, ISynthesizer synthesizer, string text, CancellationToken cancellation)
    {
        try
        {
            await foreach (var chunk in synthesizer.SpeakAsync(text, cancellation))
            {
                loudspeaker.Write(chunk);
            }

            loudspeaker.Drain();
        }
        catch (OperationCanceledException)
        {
            loudspeaker.Silence();
            throw;
        }
    }
}
