namespace Helm.Speech.Transcription;

/// <summary>
/// Which words follow which in requests. A model of requests makes requests of everything, but talk about other matters
/// puts words together that no request does.
/// </summary>
internal sealed class WordPairs
{
    private const string Edge = "";

    private readonly HashSet<(string, string)> _pairs;
    private readonly HashSet<string> _words = [];

    public WordPairs(IEnumerable<IReadOnlyList<string>> sentences)
    {
        _pairs = [.. sentences.SelectMany(Of).Select(pair => (Same(pair.First), Same(pair.Second)))];

        // Each word once in memory.
        string Same(string word)
        {
            _words.Add(word);
            return _words.TryGetValue(word, out var same) ? same : word;
        }
    }

    public bool Knows(string word) => _words.Contains(word);

    /// <summary>How many pairs of the sentence are in no request.</summary>
    public int Strange(IReadOnlyList<string> words) => Of(words).Count(pair => !_pairs.Contains(pair));

    private static IEnumerable<(string First, string Second)> Of(IReadOnlyList<string> words) => words.Prepend(Edge).Zip(words.Append(Edge));
}
