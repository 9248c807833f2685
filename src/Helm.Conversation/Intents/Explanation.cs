namespace Helm.Conversation.Intents;

/// <summary>How an utterance was understood.</summary>
/// <param name="Words">What was matched, after normalisation.</param>
/// <param name="RunnerUp">The best reading as another intent; null when no other pattern fits.</param>
public sealed record Explanation(
    IntentMatch Match, string Words, IReadOnlyList<FilledSlot> Slots, string? RunnerUp, double RunnerUpScore);

/// <summary>The words that filled a slot, and what they were taken to mean.</summary>
public sealed record FilledSlot(string Slot, string Words, object Value)
{
    /// <summary>No list has it: the words around it say what it is.</summary>
    public bool ByPlace { get; init; }
}
