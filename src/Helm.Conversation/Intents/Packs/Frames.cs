namespace Helm.Conversation.Intents.Packs;

/// <summary>The open structure of a language: classes of words, and what their meeting in one sentence asks for, in whatever order.</summary>
internal sealed record FrameBook
{
    /// <summary>Allowed in every sentence, because it says nothing on its own.</summary>
    public const string Glue = "glue";

    /// <summary>The value behind it is the one that is not meant: "staging, not prod".</summary>
    public const string Instead = "instead_of";

    /// <summary>Words like a value or a reference that are none here: "the last time", "live with it", "everything that happened".</summary>
    public const string Passing = "passing";

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Classes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What a class of words says by being there: <c>permanently: {permanent: true}</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, object>> Marks { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, object>>();

    public IReadOnlyList<Frame> Frames { get; init; } = [];
}

/// <summary>One meeting of words that an intent is recognised by.</summary>
/// <param name="Needs">All of them, each once at least.</param>
/// <param name="May">Classes of words that may be there as well; any other word is a sign of another matter.</param>
/// <param name="Slots">The slots that names and times in the sentence may fill; <c>_number</c> is a kind of value that may be there and says nothing.</param>
/// <param name="Sets">What the meeting itself says.</param>
/// <param name="Loose">Any other words may be there too, and it counts only where nothing else does: a refusal in any words.</param>
/// <param name="AfterTurn">It counts only where something was asked before.</param>
internal sealed record Frame(
    string Intent,
    IReadOnlyList<FrameNeed> Needs,
    IReadOnlyList<string> May,
    IReadOnlyList<string> Slots,
    IReadOnlyDictionary<string, object> Sets,
    bool Loose,
    bool AfterTurn);

/// <summary>Words of one of these classes, or a value for one of these slots.</summary>
internal sealed record FrameNeed(IReadOnlyList<string> Classes, IReadOnlyList<string> Slots);
