namespace Helm.Conversation.Intents.Text;

/// <summary>Phrases and what stands for them, found by their first word; the longest wins.</summary>
internal sealed class PhraseMap(IEnumerable<KeyValuePair<string, string>> phrases)
{
    private readonly Dictionary<string, Entry[]> _byFirst =
        phrases
            .Select(pair => new Entry(pair.Key.Split(' '), pair.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .GroupBy(entry => entry.From[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.From.Length).ToArray());

    public Entry? At(IReadOnlyList<string> words, int start)
    {
        if (!_byFirst.TryGetValue(words[start], out var entries))
        {
            return null;
        }

        foreach (var entry in entries)
        {
            if (Fits(entry.From, words, start))
            {
                return entry;
            }
        }

        return null;
    }

    public Tokens Replace(Tokens tokens)
    {
        List<string>? words = null;
        List<bool>? joined = null;
        for (var at = 0; at < tokens.Count;)
        {
            if (At(tokens.Words, at) is { } entry)
            {
                words ??= [.. tokens.Words.Take(at)];
                joined ??= [.. tokens.Joined.Take(at)];
                words.AddRange(entry.To);
                joined.AddRange(entry.To.Select(_ => false));
                at += entry.From.Length;
            }
            else
            {
                words?.Add(tokens.Words[at]);
                joined?.Add(tokens.Joined[at]);
                at++;
            }
        }

        return words is null ? tokens : new Tokens(words, joined!);
    }

    private static bool Fits(string[] phrase, IReadOnlyList<string> words, int start)
    {
        if (start + phrase.Length > words.Count)
        {
            return false;
        }

        for (var at = 0; at < phrase.Length; at++)
        {
            if (phrase[at] != words[start + at])
            {
                return false;
            }
        }

        return true;
    }

    internal sealed record Entry(string[] From, string[] To);
}
