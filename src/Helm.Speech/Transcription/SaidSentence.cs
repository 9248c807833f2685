namespace Helm.Speech.Transcription;

/// <summary>A sentence that a language model learns from.</summary>
/// <param name="Weight">How often it counts.</param>
internal sealed record SaidSentence(IReadOnlyList<string> Words, double Weight);
