namespace Helm.Conversation.Recognition.Numbers;

internal enum NumberForm
{
    Integer,
    Decimal,
    Fraction,
    Power,

    /// <summary>Figures and words in one number ("3 hundred and 21"): it has a value and no form of its own.</summary>
    Mixed,
}

/// <summary>A number read from tokens; <see cref="End"/> is the first token after it.</summary>
internal readonly record struct NumberPhrase(int End, double Value, NumberForm Form)
{
    public NumberPhrase Negated => this with { Value = -Value };
}
