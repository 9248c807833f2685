using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Packs;

/// <summary>One intent of the table, as its file in <c>intents/</c> describes it.</summary>
public sealed record IntentDefinition
{
    /// <summary>One of <see cref="IntentNames"/>.</summary>
    public required string Name { get; init; }

    public required string Purpose { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c>, <c>approver</c> or <c>administrator</c>.</summary>
    public required string Role { get; init; }

    /// <summary>True where the risk is <c>change</c>, false where it is <c>read</c>.</summary>
    public required bool Changes { get; init; }

    /// <summary>What makes a request of it one that only asks, whatever its risk: "what is silenced" has the mode <c>list</c>.</summary>
    public IReadOnlyDictionary<string, object> Asks { get; init; } = new Dictionary<string, object>();

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, SlotDefinition> Slots { get; init; } =
        new Dictionary<string, SlotDefinition>();

    /// <summary>Whether the sentences count always, only while a question is open, or only after another turn.</summary>
    public Applies Applies { get; init; } = Applies.Always;

    /// <summary>Breaks ties between intents that claim one sentence; the higher wins.</summary>
    public int Priority { get; init; }

    /// <summary>The intents that this one goes before where both claim a sentence equally well.</summary>
    public IReadOnlyList<string> Over { get; init; } = [];

    /// <summary>The first name of the first form is the one that Helm writes itself.</summary>
    public IReadOnlyList<CommandForm> Commands { get; init; } = [];

    public IReadOnlyList<IntentExample> Examples { get; init; } = [];

    /// <summary>Whether a request of this intent that says this changes anything.</summary>
    public bool ChangesBy(IReadOnlyDictionary<string, object> said) => Changes && !Asks.Any(ask => ask.Value.Equals(said.GetValueOrDefault(ask.Key)));

    /// <summary>It changes something, or agrees to a change: a question does neither.</summary>
    internal bool Commits => Changes || Name == IntentNames.ConfirmYes;

    /// <summary>The name of its file.</summary>
    internal string File { get; init; } = "";

    /// <summary>Whole sentences without slots, compared word for word.</summary>
    internal IReadOnlyList<string> Exact { get; init; } = [];

    internal IReadOnlyList<Sentence> Sentences { get; init; } = [];

    /// <summary>Sentences that count only while nothing else does, because they take in words that nobody knows.</summary>
    internal IReadOnlyList<Sentence> Open { get; init; } = [];

    /// <summary>Sentences in other words than the patterns', for the classifier to learn from.</summary>
    internal IReadOnlyList<LikeSentence> Like { get; init; } = [];

    /// <param name="Line">In the intent's file.</param>
    internal sealed record Sentence(PatternNode Pattern, bool Spoken, int Line);
}

/// <summary>When the sentences of an intent count.</summary>
public enum Applies
{
    Always,
    WhilePending,
    AsFollowUp,
}

/// <summary>A place of an intent for a value.</summary>
/// <param name="Kind">Which recogniser or list of names fills it.</param>
/// <param name="Required">A command without it is asked for it.</param>
public sealed record SlotDefinition(string Kind, bool Required);

/// <summary>A sentence and what is to be understood of it; every example is a test.</summary>
public sealed record IntentExample(
    string Text, IReadOnlyDictionary<string, object> Entities, TurnContext Context, string File, int Line);

/// <summary>A slash command that stands for an intent.</summary>
/// <param name="Names">Without the slash; several where one took over from another.</param>
/// <param name="Takes">The slots that words without a flag may fill, in this order of preference.</param>
/// <param name="Flags">Flag to slot.</param>
/// <param name="Sets">What the command says by its name.</param>
public sealed record CommandForm(
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Takes,
    IReadOnlyDictionary<string, string> Flags,
    IReadOnlyDictionary<string, object> Sets);
