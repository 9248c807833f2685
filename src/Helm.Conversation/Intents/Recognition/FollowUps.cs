using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>"And staging?" is the last request with another environment; "the second one" names one of what was offered.</summary>
internal static class FollowUps
{
    private const string FollowUp = "follow_up";

    private static readonly string[][] Alike = [["duration", "time_range"], ["count", "top"]];

    public static IntentMatch Apply(IntentMatch match, IReadOnlyList<IntentDefinition> intents, TurnContext context)
    {
        if (CallsOff(match, context))
        {
            return match with { Intent = IntentNames.ConfirmNo };
        }

        var last = intents.FirstOrDefault(intent => intent.Name == context.LastIntent);
        if (match.Intent == IntentNames.Correction && last is not null)
        {
            return match with { Entities = match.Entities.DistinctBy(said => Fitting(said.Key, last, context)).ToDictionary(said => Fitting(said.Key, last, context), said => said.Value) };
        }

        return match.Intent != FollowUp ? WithoutOption(match, context)
            : Offered(match, context) is { } offered ? match with { Intent = offered, Entities = new Dictionary<string, object>() }
            : Continued(match, intents, last);
    }

    private static IntentMatch Continued(IntentMatch match, IReadOnlyList<IntentDefinition> intents, IntentDefinition? last)
    {
        match = last is null ? match : WithoutTheOne(match, last);
        var slots = match.Entities.Keys.Concat(match.Unresolved.Select(name => name.Slot)).ToList();

        return slots.Contains("metric") && slots.All(Known(intents, IntentNames.MetricsQuery).Contains) ? match with { Intent = IntentNames.MetricsQuery, FollowsUp = last?.Name == IntentNames.MetricsQuery }
            : last is not null && slots.All(last.Slots.ContainsKey) ? match with { Intent = last.Name, FollowsUp = true }
            : slots.Contains("ordinal") || slots.Contains("issue_id") ? match with { Intent = IntentNames.Investigate }
            : IntentMatch.OutOfScope;
    }

    /// <summary>"The one for test" is no number where there is nothing to count.</summary>
    private static IntentMatch WithoutTheOne(IntentMatch match, IntentDefinition last) =>
        match.Entities.GetValueOrDefault("top") is 1 && !last.Slots.ContainsKey("top")
            ? match with { Entities = match.Entities.Where(said => said.Key != "top").ToDictionary() }
            : match;

    private static IEnumerable<string> Known(IReadOnlyList<IntentDefinition> intents, string name) =>
        intents.Where(intent => intent.Name == name).SelectMany(intent => intent.Slots.Keys);

    /// <summary>Whoever calls off while a question is open refuses, and so does who only says that it is not what was meant.</summary>
    private static bool CallsOff(IntentMatch match, TurnContext context) =>
        context.Pending is not null
        && (match.Intent == IntentNames.Stop || match is { Intent: IntentNames.Correction, Entities.Count: 0, Unresolved.Count: 0 });

    /// <summary>"Two hours" may be a length or a span, "five" a count or the top of a list: what the last request had.</summary>
    private static string Fitting(string slot, IntentDefinition last, TurnContext context) =>
        Alike.FirstOrDefault(pair => pair.Contains(slot))?.FirstOrDefault(context.LastEntities.ContainsKey) is { } said ? said
            : last.Slots.ContainsKey(slot) ? slot
            : Alike.FirstOrDefault(pair => pair.Contains(slot))?.FirstOrDefault(last.Slots.ContainsKey) ?? slot;

    /// <summary>"What you suggested first, the fix": the place of what was offered is none of an issue, where no issues were told.</summary>
    private static IntentMatch WithoutOption(IntentMatch match, TurnContext context) =>
        context.Issues.Count == 0 && Offered(match, context) == match.Intent
            ? match with { Entities = match.Entities.Where(said => said.Key != "ordinal").ToDictionary() }
            : match;

    private static string? Offered(IntentMatch match, TurnContext context) =>
        context.Pending == "offer" && match.Entities.GetValueOrDefault("ordinal") is int ordinal
            ? context.Options.ElementAtOrDefault(ordinal < 0 ? context.Options.Count + ordinal : ordinal - 1)
            : null;
}
