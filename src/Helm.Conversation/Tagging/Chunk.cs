namespace Helm.Conversation.Tagging;

/// <summary>A run of words that fills a slot; <paramref name="End"/> is the first word after it.</summary>
internal readonly record struct Chunk(string Slot, int Start, int End)
{
    public const string Outside = "O";
    public const string Begins = "B-";
    public const string GoesOn = "I-";

    /// <summary>As the CoNLL evaluation reads tags: a chunk that goes on without a beginning begins there.</summary>
    public static List<Chunk> Of(IReadOnlyList<string> tags)
    {
        var chunks = new List<Chunk>();
        for (int at = 0, next; at < tags.Count; at = next)
        {
            next = at + 1;
            if (tags[at] != Outside)
            {
                var slot = tags[at][Begins.Length..];
                while (next < tags.Count && tags[next] == GoesOn + slot)
                {
                    next++;
                }

                chunks.Add(new Chunk(slot, at, next));
            }
        }

        return chunks;
    }
}
