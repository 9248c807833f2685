namespace Helm.Conversation.Intents.Spoken;

/// <summary>"What is" is said "what's" as often; a grammar hears only what it lists.</summary>
internal static class Contractions
{
    private static readonly HashSet<string> Shortened = ["what", "how", "who"];

    public static IEnumerable<SentencePattern?> In(IReadOnlyList<SentencePattern?> parts)
    {
        for (var at = 0; at < parts.Count; at++)
        {
            if (parts[at] is SentencePattern.Word { Text: var first } word && Shortened.Contains(first) &&
                parts.ElementAtOrDefault(at + 1) is SentencePattern.Word { Text: "is" } next)
            {
                yield return new SentencePattern.Choice([new SentencePattern.Sequence([word, next]), new SentencePattern.Word(first + "'s")]);
                at++;
            }
            else
            {
                yield return parts[at];
            }
        }
    }
}
