using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>What a request would change. A dishwasher is restarted by others.</summary>
internal static class ChangedObjects
{
    private static readonly string[] Objects = ["issue_id", "ordinal", "resource", "domain", "environment"];

    /// <summary>It changes something, and names nothing that it changes.</summary>
    public static bool AreMissing(Recognised found) => found.Changes && found.Entities.Keys.All(slot => slot is "action" or "mode");

    /// <summary>
    /// A name of ours is in it, or "this" while an issue is spoken of, or the words leave no doubt. Alarms need no name to
    /// be silent for an hour, and what is refused in any case needs none.
    /// </summary>
    /// <param name="ours">The sentence is surely about what runs here.</param>
    public static bool AreSure(Recognised found, LearnedReading reading, TurnContext context, bool ours) =>
        (IsNamed(found, reading) && (ours || Certainty.SufficesNamed(reading)))
        || (found.Unresolved.Count == 0 && Certainty.SufficesUnnamed(reading))
        || (reading.Strangers.Count == 0 && IsSpokenOf(found, context));

    /// <summary>By itself, by how long it is to be quiet, or it need not be named.</summary>
    private static bool IsNamed(Recognised found, LearnedReading reading) =>
        Objects.Any(found.Entities.ContainsKey)
        || found.Entities.ContainsKey(SlotKinds.Duration)
        || GuessedSlots.IsAboutRules(found)
        || (GuessedSlots.IsNeverDone(found) && Certainty.SufficesToRefuse(reading));

    private static bool IsSpokenOf(Recognised found, TurnContext context) =>
        (context.FocusIssue ?? context.LastEvent) is not null || (context.Issues.Count > 0 && found.Entities.ContainsKey("ordinal"));
}
