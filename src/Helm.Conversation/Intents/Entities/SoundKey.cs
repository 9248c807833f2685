namespace Helm.Conversation.Intents.Entities;

/// <summary>
/// How a word sounds, roughly: its consonants, voiced and voiceless taken for one, vowels only where they begin it. What
/// English writes in many ways ("knight", "night"; "furst", "first") has one key. In the manner of Metaphone.
/// </summary>
internal static class SoundKey
{
    private static readonly (string Written, string Heard)[] Beginnings =
        [("kn", "n"), ("gn", "n"), ("wr", "r"), ("ps", "s"), ("pn", "n"), ("wh", "w"), ("x", "s")];

    /// <summary>The longest that fits counts; letters that are not here sound as they are written.</summary>
    private static readonly (string Written, string Heard)[] Groups =
    [
        ("tion", "xn"), ("sion", "xn"), ("tch", "x"), ("sch", "sk"), ("ght", "t"), ("dge", "x"), ("cqu", "k"),
        ("ch", "x"), ("ck", "k"), ("sh", "x"), ("ph", "f"), ("th", "t"), ("gh", ""), ("qu", "k"), ("dg", "x"),
        ("ce", "s"), ("ci", "s"), ("cy", "s"), ("ge", "x"), ("gi", "x"), ("gy", "x"), ("j", "x"), ("c", "k"), ("q", "k"), ("x", "ks"),
        ("b", "p"), ("d", "t"), ("g", "k"), ("v", "f"), ("z", "s"),
    ];

    /// <summary>The groups that begin with each letter, in their order.</summary>
    private static readonly (string Written, string Heard)[][] ByLetter =
        [.. Enumerable.Range('a', 26).Select(letter => Groups.Where(group => group.Written[0] == letter).ToArray())];

    /// <summary>Of a letter's name.</summary>
    private const int MostLetters = 8;

    private static readonly string[] Letters =
    [
        "ay", "bee", "see", "dee", "ee", "ef", "jee", "aitch", "eye", "jay", "kay", "el", "em",
        "en", "oh", "pee", "kyu", "ar", "es", "tee", "yu", "vee", "dabelyu", "eks", "wai", "zee",
    ];

    /// <summary>Empty when nothing is heard of it.</summary>
    public static string Of(string word)
    {
        Span<char> key = stackalloc char[Room(word.Length)];

        return key[..Write(word, key)].ToString();
    }

    /// <summary>As much as the key of so many letters may need.</summary>
    public static int Room(int letters) => (2 * letters) + MostLetters;

    /// <returns>How long the key is.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<char> key)
    {
        Span<char> written = stackalloc char[word.Length + MostLetters];
        written = written[..Begin(word.Length == 1 && char.IsAsciiLetterLower(word[0]) ? Letters[word[0] - 'a'] : word, written)];
        var length = 0;
        for (var at = 0; at < written.Length;)
        {
            at += Take(written, at, key, ref length);
        }

        return length;
    }

    private static int Begin(ReadOnlySpan<char> word, Span<char> begun)
    {
        foreach (var (written, heard) in Beginnings)
        {
            if (word.StartsWith(written, StringComparison.Ordinal))
            {
                heard.CopyTo(begun);
                word[written.Length..].CopyTo(begun[heard.Length..]);

                return heard.Length + word.Length - written.Length;
            }
        }

        word.CopyTo(begun);

        return word.Length;
    }

    private static int Take(ReadOnlySpan<char> word, int at, Span<char> key, ref int length)
    {
        if (IsVowel(word, at))
        {
            if (at == 0)
            {
                key[length++] = 'A';
            }

            return 1;
        }

        if (IsSilent(word, at))
        {
            return 1;
        }

        var before = at > 0 ? word[at - 1] : '\0';
        foreach (var (written, heard) in ByLetter[word[at] - 'a'])
        {
            if (word[at..].StartsWith(written, StringComparison.Ordinal))
            {
                Put(key, ref length, heard, before);

                // A vowel that decided how a consonant sounds is still there to be read.
                return written.Length - (written.Length > 1 && IsVowel(written, written.Length - 1) ? 1 : 0);
            }
        }

        Put(key, ref length, word.Slice(at, 1), before);
        return 1;
    }

    /// <summary>A doubled consonant is heard once; one that a vowel parts from its like is heard again.</summary>
    private static void Put(Span<char> key, ref int length, ReadOnlySpan<char> heard, char before)
    {
        foreach (var sound in heard)
        {
            if (length == 0 || sound != key[length - 1] || "aeiouy".Contains(before, StringComparison.Ordinal))
            {
                key[length++] = sound;
            }

            before = '\0';
        }
    }

    private static bool IsVowel(ReadOnlySpan<char> word, int at) => word[at] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[at] == 'y' && at > 0);

    /// <summary>"lamb", "debt", "calf", "talk"; r, w and h where no vowel follows.</summary>
    private static bool IsSilent(ReadOnlySpan<char> word, int at)
    {
        var before = at > 0 ? word[at - 1] : '\0';
        var vowelNext = at + 1 < word.Length && IsVowel(word, at + 1);

        return word[at] switch
        {
            'r' or 'w' or 'h' => !vowelNext,
            'b' => (before == 'm' && !vowelNext) || (at + 1 < word.Length && word[at + 1] == 't'),
            'l' => before == 'a' && at + 1 < word.Length && word[at + 1] is 'f' or 'k' or 'm',
            _ => !char.IsAsciiLetterLower(word[at]),
        };
    }
}
