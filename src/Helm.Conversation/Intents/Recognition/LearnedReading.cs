using Helm.Conversation.Classification;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>What classifier and tagger make of a sentence.</summary>
/// <param name="Label">The tagger's intent.</param>
/// <param name="LogChance">The logarithm of how likely the tagger finds it.</param>
internal sealed record LearnedReading(Guess Guess, string Label, double LogChance)
{
    /// <summary>What the tagger found for the slots of the guessed intent.</summary>
    public IReadOnlyList<TaggedSlot> Slots { get; init; } = [];

    /// <summary>What it would be while a question is open; looked for only then.</summary>
    public required Lazy<Guess?> Answer { get; init; }

    /// <summary>What it says beyond its intent, as <c>action=restart</c>.</summary>
    public required Lazy<Guess?> Saying { get; init; }

    /// <summary>The words that no request has.</summary>
    public required StrangeWords Strangers { get; init; }

    /// <summary>How likely the tagger finds it to be other talk.</summary>
    public float OtherTalk { get; init; }

    /// <summary>One of the strange words speaks of other matters, and not in a single sentence of them only.</summary>
    public bool IsOfOtherMatters => Strangers.OtherMatters > 0.6f;
}

/// <summary>Words that fill a slot by what stands around them.</summary>
internal readonly record struct TaggedSlot(string Slot, int Start, int End);
