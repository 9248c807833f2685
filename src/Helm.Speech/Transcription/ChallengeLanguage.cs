using Helm.Conversation.Intents;
using Helm.Operations.Remediation.Challenges;

namespace Helm.Speech.Transcription;

/// <summary>
/// What can be said while a challenge waits: all commands as before, and any three of all the words that challenges are
/// made of. The right ones are three among more than two hundred and fifty; the others are their decoys.
/// </summary>
internal static class ChallengeLanguage
{
    private static readonly string[] Slots = ["challenge first", "challenge second", "challenge third"];

    public static SpokenLanguage Of(SpokenLanguage spoken)
    {
        var forms = new Dictionary<string, IReadOnlyList<string>>(spoken.SlotForms);
        for (var i = 0; i < Slots.Length; i++)
        {
            forms[Slots[i]] = Shuffled(seed: i);
        }

        return new SpokenLanguage([.. spoken.Patterns, Pattern], forms);
    }

    private static SpokenPattern Pattern { get; } = new(
        "challenge", Changes: true, new SentencePattern.Sequence([.. Slots.Select(slot => new SentencePattern.Slot(slot))]));

    // The language model sees samples of sentences: in the order of the alphabet, neighbours would seem to belong together.
    private static string[] Shuffled(int seed)
    {
        string[] words = [.. ChallengeWords.All];
#pragma warning disable CA5394 // An order, not a secret; the same each time.
        new Random(seed).Shuffle(words);
#pragma warning restore CA5394
        return words;
    }
}
