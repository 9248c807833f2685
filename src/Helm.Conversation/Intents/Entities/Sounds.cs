namespace Helm.Conversation.Intents.Entities;

/// <summary>Words by their sound, for what a speech recogniser wrote down in other words or in pieces.</summary>
internal sealed class Sounds(IEnumerable<string> words)
{
    /// <summary>Less is heard in too many words to tell anything.</summary>
    private const int LeastSounds = 2;

    /// <summary>Several words that make one must say more together.</summary>
    private const int LeastTogether = 3;

    private readonly Dictionary<string, string[]> _byKey = words
        .Where(word => word.Length > 2 && word.All(char.IsAsciiLetterLower))
        .GroupBy(SoundKey.Of)
        .Where(group => group.Key.Length >= LeastSounds)
        .ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray());

    /// <summary>Words that sound like this one and are not written too differently.</summary>
    public IEnumerable<(string Word, int Slips)> Like(string word)
    {
        var most = Math.Max(1, word.Length / 2);

        return from candidate in _byKey.GetValueOrDefault(SoundKey.Of(word)) ?? []
               where candidate != word
               let slips = Spelling.Slips(word, candidate, most)
               where slips <= most
               select (candidate, slips);
    }

    /// <summary>Words that sound like these in a row: "cube ernetties".</summary>
    public IEnumerable<(string Word, int Slips)> Together(IReadOnlyList<string> words, int start, int end)
    {
        var joined = string.Concat(Enumerable.Range(start, end - start).Select(at => words[at].Length == 1 ? Name(words[at]) : words[at]));
        var key = SoundKey.Of(joined);
        var most = Math.Max(2, joined.Length * 3 / 5);

        return key.Length < LeastTogether ? [] :
            from candidate in _byKey.GetValueOrDefault(key) ?? []
            where candidate.Length > 4
            let slips = Spelling.Slips(joined, candidate, most)
            where slips <= most
            select (candidate, slips);
    }

    private static string Name(string letter) => letter is "s" ? "es" : letter is "x" ? "ex" : letter is "n" ? "en" : letter;
}
