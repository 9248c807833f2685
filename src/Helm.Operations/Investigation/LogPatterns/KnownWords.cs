namespace Helm.Operations.Investigation.LogPatterns;

/// <summary>The few words that the masking knows.</summary>
internal static class KnownWords
{
    private const string DaysAndMonths = "Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";

    private static readonly string[] Verbs = ["GET ", "POST ", "PUT ", "DELETE ", "PATCH ", "HEAD ", "OPTIONS "];
    private static readonly string[] BeforeUsers = ["for user ", "invalid user ", "by user "];

    /// <summary>A day or a month as dates abbreviate them.</summary>
    public static bool NamesDay(ReadOnlySpan<char> word) => word.Length == 3 && DaysAndMonths.AsSpan().IndexOf(word) % 4 == 0;

    /// <summary>The length of the HTTP verb, with its space, that a quoted request starts with; 0 when there is none.</summary>
    public static int VerbOf(ReadOnlySpan<char> text) => LengthOf(Verbs, text, atEnd: false);

    /// <summary>What follows is somebody's name.</summary>
    public static bool AnnounceUser(ReadOnlySpan<char> before) =>
        before.EndsWith("user ", StringComparison.Ordinal) && LengthOf(BeforeUsers, before, atEnd: true) > 0;

    private static int LengthOf(string[] words, ReadOnlySpan<char> text, bool atEnd)
    {
        foreach (var word in words)
        {
            if (atEnd ? text.EndsWith(word, StringComparison.Ordinal) : text.StartsWith(word, StringComparison.Ordinal))
            {
                return word.Length;
            }
        }

        return 0;
    }
}
