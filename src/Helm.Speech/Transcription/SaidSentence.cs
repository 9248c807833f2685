namespace Helm.Speech.Transcription;

/// <summary>A sentence that a language model learns from.</summary>
/// <param name="Weight">How often it counts.</param>
internal sealed record SaidSentence(IReadOnlyList<string> Words, double Weight)
{
    /// <summary>It is said in one breath after these as often as alone.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];
}
