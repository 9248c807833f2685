using Helm.Speech.Transcription;
using Helm.Speech.Wake;

namespace Helm.Speech.Sessions;

/// <summary>Somebody stops Helm while it speaks.</summary>
internal static class Stopping
{
    public static bool Means(string words) => StopWords.All.Contains(words);

    /// <summary>As if it had been said after the question.</summary>
    public static Transcript Of(string words) => new(words, Verdict.Accepted, NeedsConfirmation: false, FollowsPattern: true, words, words, 0);
}
