using System.Numerics;

namespace Helm.Conversation.Intents.Entities;

/// <summary>Words that are nearly another: one slip in a word of four letters or more, two from eight on.</summary>
internal sealed class Spelling(IEnumerable<string> words)
{
    private readonly Candidate[][] _byLength = ByLength(words);

    public IEnumerable<(string Word, int Slips)> Near(string word)
    {
        var most = word.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
        var letters = Letters(word);
        for (var length = Math.Max(4, word.Length - most); most > 0 && length <= word.Length + most && length < _byLength.Length; length++)
        {
            foreach (var candidate in _byLength[length])
            {
                // A slip changes two letters of the word at most, so most words are told apart by their letters alone.
                if (BitOperations.PopCount(letters ^ candidate.Letters) <= 2 * most && Slips(word, candidate.Word, most) is var slips && slips <= most)
                {
                    yield return (candidate.Word, slips);
                }
            }
        }
    }

    /// <summary>With each letter that is repeated written once: "noooo".</summary>
    public static string Short(string word) =>
        string.Concat(word.Where((letter, at) => at == 0 || letter != word[at - 1]));

    /// <summary>Damerau–Levenshtein distance (adjacent letters may change places), not counted above a limit.</summary>
    public static int Slips(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> above = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            above[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;
            var least = line;
            for (var column = 1; column <= other.Length; column++)
            {
                row[column] = Cell(one, other, line, column, before, above, row);
                least = Math.Min(least, row[column]);
            }

            if (least > most)
            {
                return most + 1;
            }

            above.CopyTo(before);
            row.CopyTo(above);
        }

        return above[other.Length];
    }

    private static int Cell(
        ReadOnlySpan<char> one, ReadOnlySpan<char> other, int line, int column, Span<int> before, Span<int> above, Span<int> row)
    {
        var same = one[line - 1] == other[column - 1];
        var cost = Math.Min(Math.Min(above[column], row[column - 1]) + 1, above[column - 1] + (same ? 0 : 1));

        return line > 1 && column > 1 && one[line - 1] == other[column - 2] && one[line - 2] == other[column - 1]
            ? Math.Min(cost, before[column - 2] + 1)
            : cost;
    }

    private static Candidate[][] ByLength(IEnumerable<string> words)
    {
        var known = words.Where(word => word.Length is > 3 and < 40 && word.All(char.IsAsciiLetter)).Distinct().ToLookup(word => word.Length);

        return [.. Enumerable.Range(0, 40).Select(length => known[length].Order(StringComparer.Ordinal).Select(word => new Candidate(word, Letters(word))).ToArray())];
    }

    /// <summary>A bit for each letter that a word has, and one more for each that it has twice.</summary>
    private static ulong Letters(string word)
    {
        var letters = 0ul;
        foreach (var letter in word)
        {
            var once = 1ul << (letter & 31);
            letters |= (letters & once) == 0 ? once : once << 32;
        }

        return letters;
    }

    private readonly record struct Candidate(string Word, ulong Letters);
}
