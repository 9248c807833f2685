using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>What one model has heard.</summary>
/// <param name="Score">How well the words fit the sound and the model, in the decoder's units for each frame of it.</param>
internal sealed record Heard(IReadOnlyList<string> Words, double Score)
{
    private const double SamplesOfAFrame = 160;

    public string Text => string.Join(' ', Words);

    public static Heard Of(string? hypothesis, SphinxDecoder decoder, short[] samples, WakePhrase phrase) =>
        new(SpokenWords.OfHypothesis(hypothesis, phrase), decoder.Score / (samples.Length / SamplesOfAFrame));
}
