namespace Helm.Conversation.Intents.Entities;

/// <summary>Words by their sound, for what a speech recogniser wrote down in other words or in pieces.</summary>
internal sealed class Sounds(IEnumerable<string> words)
{
    /// <summary>Less is heard in too many words to tell anything.</summary>
    private const int LeastSounds = 2;

    /// <summary>Several words that make one must say more together.</summary>
    private const int LeastTogether = 3;
    private const int LeastLetters = 5;

    /// <summary>Letters; more than three words have.</summary>
    private const int MostTogether = 256;

    private readonly Dictionary<string, string[]> _byKey = words
        .Where(word => word.Length > 2 && word.All(char.IsAsciiLetterLower))
        .GroupBy(SoundKey.Of)
        .Where(group => group.Key.Length >= LeastSounds)
        .ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray());

    /// <summary>Words that sound like this one, which is none of them, and are not written too differently.</summary>
    public IEnumerable<(string Word, int Slips)> Like(string word) => Near(word, leastSounds: 0, leastLetters: 0, most: Math.Max(1, word.Length / 2));

    /// <summary>Words that sound like these in a row: "cube ernetties".</summary>
    public IEnumerable<(string Word, int Slips)> Together(IReadOnlyList<string> words, int start, int end)
    {
        Span<char> joined = stackalloc char[MostTogether];
        var length = 0;
        for (var at = start; at < end; at++)
        {
            var word = words[at].Length == 1 ? Name(words[at]) : words[at];
            if (length + word.Length > joined.Length)
            {
                return [];
            }

            word.CopyTo(joined[length..]);
            length += word.Length;
        }

        return Near(joined[..length], LeastTogether, LeastLetters, most: Math.Max(2, length * 3 / 5));
    }

    private List<(string Word, int Slips)> Near(ReadOnlySpan<char> word, int leastSounds, int leastLetters, int most)
    {
        Span<char> key = stackalloc char[SoundKey.Room(word.Length)];
        var length = SoundKey.Write(word, key);
        if (length < leastSounds || !_byKey.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..length], out var candidates))
        {
            return [];
        }

        var near = new List<(string, int)>();
        foreach (var candidate in candidates)
        {
            if (candidate.Length >= leastLetters && Spelling.Slips(word, candidate, most) is var slips && slips <= most)
            {
                near.Add((candidate, slips));
            }
        }

        return near;
    }

    private static string Name(string letter) => letter is "s" ? "es" : letter is "x" ? "ex" : letter is "n" ? "en" : letter;
}
