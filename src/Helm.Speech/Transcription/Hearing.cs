namespace Helm.Speech.Transcription;

/// <summary>What one listening to a sentence made of it.</summary>
/// <param name="Guess">A request in other words than those that are listed to be said, where there may be one.</param>
internal sealed record Hearing(Transcript Transcript, Guess? Guess = null);

/// <summary>A request that two models agree on, and how much speaks for it.</summary>
/// <param name="Heard">In the words that count.</param>
internal sealed record Guess(Transcript Heard, string Intent, bool Changes, double Evidence);
