using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;
using Helm.Conversation.Intents.Recognition;

namespace Helm.Conversation.Intents.Spoken;

/// <summary>What a match says about how surely a sentence was meant for Helm.</summary>
internal static class SpokenMeanings
{
    /// <summary>Said among people all day.</summary>
    private static readonly HashSet<string> Talk =
        [IntentNames.Greeting, IntentNames.Thanks, IntentNames.Repeat, IntentNames.Stop];

    /// <summary>Answers; heard as they are listed or not at all.</summary>
    private static readonly HashSet<string> Answers = [IntentNames.Correction, IntentNames.ConfirmYes, IntentNames.ConfirmNo];

    private static readonly string[] Literal = [ExactRecogniser.Called, PatternRecogniser.Called];

    private static readonly string[] Names = [SlotKinds.Resource, SlotKinds.IssueId, SlotKinds.Environment, SlotKinds.Domain];

    public static bool IsTalk(string intent) => Talk.Contains(intent);

    public static SpokenMeaning? Of(IntentMatch match, IEnumerable<IntentDefinition> intents) =>
        !Answers.Contains(match.Intent) && intents.FirstOrDefault(known => known.Name == match.Intent) is { } intent
            ? new SpokenMeaning(match, intent.ChangesBy(match.Entities), Literal.Contains(match.Recogniser), Names.Any(match.Entities.ContainsKey), Talk.Contains(match.Intent))
            : null;
}
