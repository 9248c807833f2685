using Helm.Conversation.Intents;
using Helm.Operations.Remediation.Challenges;

namespace Helm.Speech.Transcription;

/// <summary>
/// What can be said while a challenge waits: all commands as before, and any three of all the words that challenges are
/// made of, or of words that sound like them. The right ones are three among hundreds; the others are their decoys.
/// </summary>
internal static class ChallengeLanguage
{
    private static readonly string[] Slots = ["challenge first", "challenge second", "challenge third"];

    /// <param name="decoys">In no challenge, so that whoever says one has said nothing right.</param>
    public static SpokenLanguage Of(SpokenLanguage spoken, IReadOnlyList<string> decoys)
    {
        var forms = new Dictionary<string, IReadOnlyList<string>>(spoken.SlotForms);
        for (var i = 0; i < Slots.Length; i++)
        {
            forms[Slots[i]] = Shuffled(decoys, seed: i);
        }

        return new SpokenLanguage([.. spoken.Patterns, Pattern], forms);
    }

    private static SpokenPattern Pattern { get; } = new(
        "challenge", Changes: true, new SentencePattern.Sequence([.. Slots.Select(slot => new SentencePattern.Slot(slot))]));

    // The language model sees samples of sentences: in the order of the alphabet, neighbours would seem to belong together.
    private static string[] Shuffled(IReadOnlyList<string> decoys, int seed)
    {
        string[] words = [.. ChallengeWords.All, .. decoys];
#pragma warning disable CA5394 // An order, not a secret; the same each time.
        new Random(seed).Shuffle(words);
#pragma warning restore CA5394
        return words;
    }
}
