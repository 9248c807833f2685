using System.Runtime.CompilerServices;

namespace Helm.Conversation.Classification;

/// <summary>The word and character n-grams of a sentence, each as a hash, in two lists that are weighed apart.</summary>
internal static class NGrams
{
    private const int LongestWordGram = 3;
    private const int ShortestCharacterGram = 2;
    private const int LongestCharacterGram = 5;

    public static void Read(string text, bool keepsPunctuation, List<ulong> words, List<ulong> characters)
    {
        words.Clear();
        characters.Clear();
        var plain = Plain(text, keepsPunctuation);
        Characters(plain, characters);
        Words(plain, words);
    }

    /// <summary>Lower case, punctuation as gaps or as words, a space at both ends: the ends are features too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ReadOnlySpan<char> Plain(string text, bool keepsPunctuation)
    {
        var plain = new char[(3 * text.Length) + 2];
        var length = 1;
        plain[0] = ' ';
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                plain[length++] = char.ToLowerInvariant(character);
            }
            else if (keepsPunctuation && !char.IsWhiteSpace(character))
            {
                length = AddWord(plain, length, character);
            }
            else if (character != '\'' && plain[length - 1] != ' ')
            {
                plain[length++] = ' ';
            }
        }

        if (plain[length - 1] != ' ')
        {
            plain[length++] = ' ';
        }

        return plain.AsSpan(0, length);
    }

    private static int AddWord(char[] plain, int length, char character)
    {
        if (plain[length - 1] != ' ')
        {
            plain[length++] = ' ';
        }

        plain[length++] = character;
        plain[length++] = ' ';

        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Characters(ReadOnlySpan<char> plain, List<ulong> found)
    {
        for (var start = 0; start < plain.Length; start++)
        {
            var hash = Seed('c');
            var end = Math.Min(plain.Length, start + LongestCharacterGram);
            for (var at = start; at < end; at++)
            {
                hash = Mix(hash, plain[at]);
                if (at - start + 1 >= ShortestCharacterGram)
                {
                    found.Add(hash);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Words(ReadOnlySpan<char> plain, List<ulong> found)
    {
        var words = new List<ulong> { Seed('^') };
        foreach (var range in plain.Split(' '))
        {
            if (range.Start.Value != range.End.Value)
            {
                words.Add(Hash(plain[range]));
            }
        }

        words.Add(Seed('$'));
        for (var start = 0; start < words.Count; start++)
        {
            var gram = Seed('g');
            var end = Math.Min(words.Count, start + LongestWordGram);
            for (var at = start; at < end; at++)
            {
                gram = Mix(gram, words[at]);
                found.Add(gram);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Seed('w');
        foreach (var character in word)
        {
            hash = Mix(hash, character);
        }

        return hash;
    }

    public static ulong Seed(char kind) => Mix(0xCBF29CE484222325, kind);

    /// <summary>FNV-1a; the shift carries the high bits down, which FNV alone leaves out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong hash, ulong value)
    {
        hash = (hash ^ value) * 0x100000001B3;

        return hash ^ (hash >> 29);
    }
}
