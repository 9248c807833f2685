namespace Helm.Conversation.Intents.Recognition;

/// <summary>What the words of a sentence say that no request has.</summary>
internal struct StrangeWords
{
    /// <summary>How many there are, but for those in slots.</summary>
    public int Count { get; private set; }

    /// <summary>The first of those that no other talk has either; null where there is none.</summary>
    public string? Unplaced { get; private set; }

    /// <summary>How far one of those could also be a name that nobody knows, from 0 to 1.</summary>
    public float MayBeName { get; private set; }

    /// <summary>How much one of those, or of those in the place of a name, speaks of other matters, from 0 to 1.</summary>
    public float OtherMatters { get; private set; }

    /// <summary>What stands in the place of a name is a word of other matters: "how deep is the atlantic".</summary>
    public bool NamesOthers { get; private set; }

    /// <param name="slot">That it stands in; null for none.</param>
    public void Add(string word, string? slot, float otherMatters, float mayBeName)
    {
        if (slot is null)
        {
            Count++;
            Unplaced ??= otherMatters > 0 ? null : word;
            MayBeName = Math.Max(MayBeName, mayBeName);
        }

        if (slot is null || SlotMask.Masks(slot))
        {
            OtherMatters = Math.Max(OtherMatters, otherMatters);
            NamesOthers |= slot is not null && otherMatters > 0;
        }
    }
}
