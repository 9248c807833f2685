using Helm.Speech.Sphinx;
using Helm.Speech.Wake;

namespace Helm.Speech.Transcription;

/// <summary>The ways in which one model has heard a sound, the likeliest first.</summary>
/// <param name="Score">How well the likeliest fits the sound and the model, in the decoder's units for each frame of it.</param>
internal sealed record Hearing(IReadOnlyList<Heard> Ways, double Score)
{
    private const double SamplesOfAFrame = 160;

    // Where the first is not what was said, the second or third often is.
    private const int MostWays = 3;

    // Many of them differ in a pause alone.
    private const int MostPaths = 12;

    public Heard Likeliest => Ways[0];

    /// <summary>Has the decoder hear a whole utterance; with or without the wake phrase is the same way.</summary>
    public static Hearing Of(SphinxDecoder decoder, short[] samples, WakePhrase phrase, string search = SphinxDecoder.Usual)
    {
        var hypothesis = decoder.Decode(search, samples);
        var frames = samples.Length / SamplesOfAFrame;
        var likeliest = new Heard(SpokenWords.OfHypothesis(hypothesis, phrase), 0);
        var score = decoder.Score / frames;
        if (likeliest.Words.Count == 0)
        {
            return new Hearing([likeliest], score);
        }

        var paths = decoder.Paths(MostPaths);
        var best = paths.Select(path => path.Score).DefaultIfEmpty().Max();
        var others = paths.Select(path => new Heard(SpokenWords.OfHypothesis(path.Text, phrase), (best - path.Score) / frames));

        return new Hearing([.. others.Prepend(likeliest).Where(way => way.Words.Count > 0).DistinctBy(way => way.Text).Take(MostWays)], score);
    }
}
