namespace Helm.Conversation.Tagging;

/// <summary>The tags of all labels side by side, those of one label next to one another and <c>O</c> first.</summary>
internal sealed class TagStates
{
    private readonly string[] _labels;
    private readonly string[][] _tags;
    private readonly int[] _starts;

    public TagStates(IReadOnlyList<TaggedSentence> sentences)
        : this([.. sentences.GroupBy(sentence => sentence.Label).OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => (label.Key, TagsOf(label)))])
    {
    }

    private TagStates(IReadOnlyList<(string Label, string[] Tags)> labels)
    {
        _labels = [.. labels.Select(label => label.Label)];
        _tags = [.. labels.Select(label => label.Tags)];
        _starts = new int[_labels.Length];
        foreach (var (label, tags) in _tags.Index())
        {
            _starts[label] = Count;
            Count += tags.Length;
        }
    }

    public static TagStates Read(BinaryReader reader)
    {
        var labels = new (string, string[])[reader.ReadInt32()];
        for (var label = 0; label < labels.Length; label++)
        {
            var name = reader.ReadString();
            var tags = new string[reader.ReadInt32()];
            for (var tag = 0; tag < tags.Length; tag++)
            {
                tags[tag] = reader.ReadString();
            }

            labels[label] = (name, tags);
        }

        return new TagStates(labels);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_labels.Length);
        foreach (var (label, tags) in _labels.Zip(_tags))
        {
            writer.Write(label);
            writer.Write(tags.Length);
            Array.ForEach(tags, writer.Write);
        }
    }

    public int Count { get; }

    public int Labels => _labels.Length;

    /// <summary>Below zero where no sentence had this label.</summary>
    public int Label(string name) => Array.BinarySearch(_labels, name, StringComparer.Ordinal);

    public string LabelName(int label) => _labels[label];

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
