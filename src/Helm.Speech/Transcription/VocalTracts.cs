using Helm.Speech.Audio;

namespace Helm.Speech.Transcription;

/// <summary>
/// The same words as a longer and a shorter vocal tract would have said them, by the speed of the sound (speed perturbation): what a model does not
/// understand of one voice, it often does of a voice a little lower or higher.
/// </summary>
internal static class VocalTracts
{
    // Longer than this hardly is a command, and to listen again takes as long as it did before.
    private static readonly int Longest = SpeechFormat.Samples(TimeSpan.FromSeconds(8));

    // In percent.
    private static readonly int[] Speeds = [93, 107];

    public static IEnumerable<short[]> Of(short[] samples) =>
        samples.Length > Longest ? [] : Speeds.Select(speed => new Resampler(speed, 100).Convert(samples));
}
