namespace Helm.Conversation.Intents.Entities;

/// <summary>The words that a number, a length of time or a span can start with: all others need no closer look.</summary>
internal static class ValueWords
{
    private static readonly HashSet<string> Starts =
    [
        .. Numbers.Words, .. TimeRanges.Names.Select(name => name.Split(' ')[0]),
        "a", "an", "bottom", "coming", "couple", "final", "next", "past", "previous", "quarter", "top", "trailing", "weekend",
    ];

    /// <summary>Figures too, and what is written as Helm writes lengths of time: "PT90M".</summary>
    public static bool MayStart(string word) =>
        char.IsAsciiDigit(word[0]) || (word[0] == 'p' && word.Any(char.IsAsciiDigit)) || Starts.Contains(word);
}
