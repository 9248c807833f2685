namespace Helm.Conversation.Intents;

/// <summary>All that can be said aloud: the patterns of each intent, and how the values of each slot are spoken.</summary>
/// <param name="Patterns">Without slash commands.</param>
/// <param name="SlotForms">By slot name: "production", "prod", "api lambda", "infra one"; normalised to words.</param>
public sealed record SpokenLanguage(
    IReadOnlyList<SpokenPattern> Patterns,
    IReadOnlyDictionary<string, IReadOnlyList<string>> SlotForms)
{
    /// <summary>What people say in other words than the patterns', and what they say that is no request.</summary>
    public IReadOnlyList<SpokenExample> Examples { get; init; } = [];

    /// <summary>What a sentence asks for when it stands alone; null where it is no request.</summary>
    public Func<string, SpokenMeaning?> Meaning { get; init; } = _ => null;
}

/// <summary>One spoken pattern and whether it asks for a change.</summary>
public sealed record SpokenPattern(string Intent, bool Changes, SentencePattern Pattern);

/// <summary>What a sentence means, for whoever doubts that it was heard rightly.</summary>
/// <param name="Changes">Whether it asks for a change.</param>
/// <param name="IsLiteral">It follows a pattern word by word; else it was guessed or gathered.</param>
/// <param name="NamesOurs">It names something that exists: a resource, an issue, an environment.</param>
/// <param name="IsTalk">People say such things among themselves all day: a greeting, thanks, "stop".</param>
public sealed record SpokenMeaning(IntentMatch Match, bool Changes, bool IsLiteral, bool NamesOurs, bool IsTalk = false);

/// <summary>A sentence that was learned from.</summary>
/// <param name="Intent">Null where it is talk about other matters.</param>
/// <param name="Text">Words, and names of slots in braces: "why is {resource} failing".</param>
/// <param name="IsVerbatim">It was said so, and not written or made of a pattern.</param>
public sealed record SpokenExample(string? Intent, string Text, bool IsVerbatim = false);
