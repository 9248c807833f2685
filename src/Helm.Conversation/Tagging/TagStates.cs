namespace Helm.Conversation.Tagging;

/// <summary>The tags of all labels side by side, those of one label next to one another and <c>O</c> first.</summary>
internal sealed class TagStates
{
    private readonly string[] _labels;
    private readonly string[][] _tags;
    private readonly int[] _starts;

    public TagStates(IReadOnlyList<TaggedSentence> sentences)
    {
        var byLabel = sentences.GroupBy(sentence => sentence.Label).OrderBy(label => label.Key, StringComparer.Ordinal).ToList();
        _labels = [.. byLabel.Select(label => label.Key)];
        _tags = [.. byLabel.Select(TagsOf)];
        _starts = new int[_labels.Length];
        foreach (var (label, tags) in _tags.Index())
        {
            _starts[label] = Count;
            Count += tags.Length;
        }
    }

    public int Count { get; }

    public int Labels => _labels.Length;

    /// <summary>Below zero where no sentence had this label.</summary>
    public int Label(string name) => Array.BinarySearch(_labels, name, StringComparer.Ordinal);

    /// <summary>The label's first state.</summary>
    public int Start(int label) => _starts[label];

    public int Tags(int label) => _tags[label].Length;

    public string Tag(int label, int tag) => _tags[label][tag];

    public int[] Numbers(int label, IReadOnlyList<string> tags) => [.. tags.Select(tag => Array.IndexOf(_tags[label], tag))];

    private static string[] TagsOf(IEnumerable<TaggedSentence> sentences) =>
    [
        Chunk.Outside,
        .. sentences.SelectMany(sentence => sentence.Tags).Distinct().Where(tag => tag != Chunk.Outside).Order(StringComparer.Ordinal),
    ];
}
