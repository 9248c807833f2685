using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Packs;

/// <summary>All files of one language, read and checked.</summary>
internal sealed record LanguagePack
{
    public required IReadOnlyList<IntentDefinition> Intents { get; init; }

    public required WordLists Words { get; init; }

    public required IReadOnlyList<NameGroup> Names { get; init; }

    /// <summary>Sentences that are no request to Helm; without any, nothing is guessed in this language.</summary>
    public IReadOnlyList<string> OutOfScope { get; init; } = [];

    /// <summary>As it was said, for the ear alone: which words follow which. The understanding of text learns nothing from it.</summary>
    public IReadOnlyList<SpokenExample> Aloud { get; init; } = [];

    /// <summary>What is recognised by the words that meet in a sentence; none in a language without <c>_frames.yaml</c>.</summary>
    public FrameBook Frames { get; init; } = new();

    /// <summary>Around every sentence: "could you … for me".</summary>
    public required PatternNode Lead { get; init; }

    public required PatternNode Close { get; init; }
}

/// <summary>What happens to words before they are matched.</summary>
internal sealed record WordLists
{
    public IReadOnlyList<string> Wake { get; init; } = [];

    /// <summary>Left out wherever they stand.</summary>
    public IReadOnlyList<string> Fillers { get; init; } = [];

    /// <summary>What speech recognisers write, or writers abbreviate, and what it is.</summary>
    public IReadOnlyDictionary<string, string> Rewrites { get; init; } = new Dictionary<string, string>();

    /// <summary>Single words that may also be another: "four" in "logs four the gateway".</summary>
    public IReadOnlyDictionary<string, string> Maybe { get; init; } = new Dictionary<string, string>();

    /// <summary>Words that sound like a number, a place in a list or a unit of time, and that one: "infra too", "last knight".</summary>
    public IReadOnlyDictionary<string, string> Heard { get; init; } = new Dictionary<string, string>();

    /// <summary>Emoji that say something.</summary>
    public IReadOnlyDictionary<string, string> Symbols { get; init; } = new Dictionary<string, string>();

    /// <summary>Everyday words that are never taken for a mistyped name or word.</summary>
    public IReadOnlyList<string> Everyday { get; init; } = [];

    /// <summary>Words of other matters: with one of them in it, no sentence is read with words left over.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>Names that are everyday words as well: they alone do not show that a sentence is about what runs.</summary>
    public IReadOnlyList<string> EverydayNames { get; init; } = [];

    /// <summary>How questions about what somebody did begin: "who has". No change is asked for so.</summary>
    public IReadOnlyList<string> Asking { get; init; } = [];

    /// <summary>What joins two requests in one sentence, the clearest first: " and then ".</summary>
    public IReadOnlyList<string> Joints { get; init; } = [];

    /// <summary>What is said before one comes to the point: "when you have a moment".</summary>
    public IReadOnlyList<string> Preambles { get; init; } = [];

    /// <summary>What stands between a reason and what is asked for it, the longest first: "the shop is slow so please".</summary>
    public IReadOnlyList<string> Therefore { get; init; } = [];

    /// <summary>Words that make a reason a condition: what is asked for then is not asked for now.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>What is said of those in a list that were not spoken of since: "the other two".</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>What may follow the name of a resource: service, cluster, bucket.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    /// <summary>What may be left out at the end of a resource's own name: "payment" for payment-service.</summary>
    public IReadOnlyList<string> Suffixes { get; init; } = [];
}

/// <summary>A value of a slot and all its names.</summary>
internal sealed record NameGroup(string Kind, string Canonical, IReadOnlyList<string> Forms);
