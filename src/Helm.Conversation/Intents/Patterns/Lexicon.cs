namespace Helm.Conversation.Intents.Patterns;

/// <summary>Numbers for words; the symbols of values are negative, one a kind.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> _words;

    private readonly List<string> _texts;

    public Lexicon() => (_words, _texts) = ([], []);

    /// <summary>A lexicon that knows all of another and may learn more.</summary>
    public Lexicon(Lexicon known) => (_words, _texts) = (new Dictionary<string, int>(known._words), [.. known._texts]);

    public IEnumerable<string> Words => _words.Keys;

    public int Learn(string word)
    {
        if (!_words.TryGetValue(word, out var id))
        {
            id = _words.Count;
            _words.Add(word, id);
            _texts.Add(word);
        }

        return id;
    }

    public string Word(int id) => _texts[id];

    /// <summary>-1 when unknown.</summary>
    public int Find(string word) => _words.GetValueOrDefault(word, -1);

    public int Find(ReadOnlySpan<char> word) =>
        _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var id) ? id : -1;
}
