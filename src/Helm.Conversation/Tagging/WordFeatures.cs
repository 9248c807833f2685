namespace Helm.Conversation.Tagging;

/// <summary>What is to be seen at a word: itself, its ends and shape, and its neighbours; each as a hash.</summary>
internal sealed class WordFeatures
{
    private const int Reach = 3;
    private const int LongestAffix = 5;
    private const string Edge = "\n";

    private readonly string[] _words;
    private readonly ulong[] _known;
    private readonly ulong[] _shapes;
    private readonly ulong _edge = Hash(Edge);

    private WordFeatures(IReadOnlyList<string> words)
    {
        _words = [.. words.Select(word => word.ToLowerInvariant())];
        _known = [.. _words.Select(word => Hash(word))];
        _shapes = [.. words.Select(word => Hash(Shape(word)))];
    }

    public static ulong[][] Of(IReadOnlyList<string> words)
    {
        var features = new WordFeatures(words);

        return [.. Enumerable.Range(0, words.Count).Select(features.At)];
    }

    private ulong[] At(int at)
    {
        var found = new List<ulong>(48)
        {
            Hash("any"),
            Join("first", 0, _known[0]),
            Join("around", 0, Word(at - 1), Word(at + 1)),
            Join("shapes", 0, Shape(at - 1), Shape(at), Shape(at + 1)),
            Join("before and shape", 0, Word(at - 1), Shape(at)),
            Join("shape and after", 0, Shape(at), Word(at + 1)),
            Join("two around", 0, Join("two", 0, Word(at - 2), Word(at - 1)), Join("two", 0, Word(at + 1), Word(at + 2))),
            Join("skip", -2, Word(at - 2), Word(at)),
            Join("skip", 2, Word(at), Word(at + 2)),
        };
        for (var offset = -Reach; offset <= Reach; offset++)
        {
            found.Add(Join("word", offset, Word(at + offset)));
            found.Add(Join("shape", offset, Shape(at + offset)));
        }

        for (var offset = -2; offset <= 1; offset++)
        {
            found.Add(Join("two", offset, Word(at + offset), Word(at + offset + 1)));
        }

        for (var offset = -2; offset <= 0; offset++)
        {
            found.Add(Join("three", offset, Word(at + offset), Word(at + offset + 1), Word(at + offset + 2)));
        }

        AddEnds(_words[at], found);

        return [.. found];
    }

    private static void AddEnds(string word, List<ulong> found)
    {
        for (var length = 1; length <= Math.Min(LongestAffix, word.Length); length++)
        {
            found.Add(Join("begins", length, Hash(word.AsSpan(..length))));
            found.Add(Join("ends", length, Hash(word.AsSpan(^length..))));
        }
    }

    private ulong Word(int at) => at >= 0 && at < _known.Length ? _known[at] : _edge;

    private ulong Shape(int at) => at >= 0 && at < _shapes.Length ? _shapes[at] : _edge;

    private static ulong Join(string kind, int place, params ReadOnlySpan<ulong> parts)
    {
        var hash = Mix(Hash(kind), unchecked((ulong)place));
        foreach (var part in parts)
        {
            hash = Mix(hash, part);
        }

        return hash;
    }

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in text)
        {
            hash = Mix(hash, character);
        }

        return hash;
    }

    /// <summary>FNV-1a; the shift carries the high bits down, which FNV alone leaves out.</summary>
    private static ulong Mix(ulong hash, ulong value)
    {
        hash = (hash ^ value) * 0x100000001B3;

        return hash ^ (hash >> 29);
    }

    /// <summary>"McFly" is XxXx, "2026" is 0, "rock-n-roll" x-x-x.</summary>
    private static string Shape(string word)
    {
        var shape = new List<char>();
        foreach (var kind in word.Select(Kind))
        {
            if (shape.Count == 0 || shape[^1] != kind)
            {
                shape.Add(kind);
            }
        }

        return new string([.. shape]);
    }

    private static char Kind(char character) =>
        char.IsDigit(character) ? '0'
        : char.IsUpper(character) ? 'X'
        : char.IsLetter(character) ? 'x'
        : character;
}
