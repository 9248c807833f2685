namespace Helm.Speech.Transcription;

/// <summary>A request that two models agree on, and how much speaks for it.</summary>
/// <param name="Heard">In the words that count.</param>
internal sealed record Guess(Transcript Heard, string Intent, bool Changes, double Evidence);
