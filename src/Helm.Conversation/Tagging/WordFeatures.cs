namespace Helm.Conversation.Tagging;

/// <summary>What is to be seen at a word: itself, its ends and shape, and its neighbours.</summary>
internal sealed class WordFeatures
{
    private const int Reach = 3;
    private const int LongestAffix = 4;
    private const string Edge = "\n";

    private readonly string[] _words;
    private readonly string[] _shapes;

    private WordFeatures(IReadOnlyList<string> words)
    {
        _words = [.. words.Select(word => word.ToLowerInvariant())];
        _shapes = [.. words.Select(Shape)];
    }

    public static List<string>[] Of(IReadOnlyList<string> words)
    {
        var features = new WordFeatures(words);

        return [.. Enumerable.Range(0, words.Count).Select(features.At)];
    }

    private List<string> At(int at)
    {
        var found = new List<string>(48)
        {
            "any",
            $"first={_words[0]}",
            $"around={Word(at - 1)} {Word(at + 1)}",
            $"shapes={Near(_shapes, at - 1)} {_shapes[at]} {Near(_shapes, at + 1)}",
        };
        for (var offset = -Reach; offset <= Reach; offset++)
        {
            found.Add($"word{offset}={Word(at + offset)}");
            found.Add($"shape{offset}={Near(_shapes, at + offset)}");
        }

        for (var offset = -2; offset <= 1; offset++)
        {
            found.Add($"two{offset}={Word(at + offset)} {Word(at + offset + 1)}");
        }

        for (var offset = -2; offset <= 0; offset++)
        {
            found.Add($"three{offset}={Word(at + offset)} {Word(at + offset + 1)} {Word(at + offset + 2)}");
        }

        AddAffixes(_words[at], found);

        return found;
    }

    private static void AddAffixes(string word, List<string> found)
    {
        for (var length = 1; length <= Math.Min(LongestAffix, word.Length); length++)
        {
            found.Add($"begins={word[..length]}");
            found.Add($"ends={word[^length..]}");
        }
    }

    private string Word(int at) => Near(_words, at);

    private static string Near(string[] all, int at) => at >= 0 && at < all.Length ? all[at] : Edge;

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
