namespace Helm.Conversation.Intents;

/// <summary>All that can be said aloud: the patterns of each intent, and how the values of each slot are spoken.</summary>
/// <param name="Patterns">Without slash commands.</param>
/// <param name="SlotForms">By slot name: "production", "prod", "api lambda", "infra one"; normalised to words.</param>
public sealed record SpokenLanguage(
    IReadOnlyList<SpokenPattern> Patterns,
    IReadOnlyDictionary<string, IReadOnlyList<string>> SlotForms);

/// <summary>One spoken pattern and whether it asks for a change.</summary>
public sealed record SpokenPattern(string Intent, bool Changes, SentencePattern Pattern);
