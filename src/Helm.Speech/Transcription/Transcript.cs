namespace Helm.Speech.Transcription;

/// <summary>What was heard, by both decoders, and what is made of it.</summary>
/// <param name="Words">Plain words without the wake phrase.</param>
/// <param name="ByGrammar">As the model of the commands heard it.</param>
/// <param name="ByLanguageModel">As the language model heard it.</param>
/// <param name="Distance">Share of words in which they differ.</param>
/// <param name="NeedsConfirmation">It would, or might, change something: that must be read back and confirmed.</param>
/// <param name="FollowsPattern">It is a sentence of the language; else only what understands text can tell what it means.</param>
public sealed record Transcript(
    string Words,
    Verdict Verdict,
    bool NeedsConfirmation,
    bool FollowsPattern,
    string ByGrammar,
    string ByLanguageModel,
    double Distance)
{
    public static Transcript Nothing { get; } = new("", Verdict.NothingHeard, false, false, "", "", 0);
}
