using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Recognition;

namespace Helm.Conversation.Intents.Spoken;

/// <summary>What a match says about how surely a sentence was meant for Helm.</summary>
internal static class SpokenMeanings
{
    /// <summary>Said among people all day; it is listed to be said, and heard as it is listed or not at all.</summary>
    private static readonly HashSet<string> Talk =
    [
        IntentNames.Greeting, IntentNames.Thanks, IntentNames.Repeat, IntentNames.Stop,
        IntentNames.Correction, IntentNames.ConfirmYes, IntentNames.ConfirmNo,
    ];

    private static readonly string[] Literal = [ExactRecogniser.Called, PatternRecogniser.Called];

    private static readonly string[] Names = [SlotKinds.Resource, SlotKinds.IssueId, SlotKinds.Environment, SlotKinds.Domain];

    public static SpokenMeaning? Of(IntentMatch match, IEnumerable<IntentDefinition> intents) =>
        !Talk.Contains(match.Intent) && intents.FirstOrDefault(known => known.Name == match.Intent) is { } intent
            ? new SpokenMeaning(match, intent.ChangesBy(match.Entities), Literal.Contains(match.Recogniser), Names.Any(match.Entities.ContainsKey))
            : null;
}
