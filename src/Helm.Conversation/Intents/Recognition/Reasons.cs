using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Intents.Recognition;

/// <summary>Who gives a reason first asks for what comes after it: "the editors see stale pages so please clear the cache".</summary>
internal sealed class Reasons(WordLists words)
{
    /// <summary>The request behind its reason; null where there is none, or where the reason is a condition.</summary>
    public string? Request(string plain)
    {
        var joint = words.Therefore.FirstOrDefault(joint => plain.Contains($" {joint} ", StringComparison.Ordinal));
        if (joint is null)
        {
            return null;
        }

        var at = plain.IndexOf($" {joint} ", StringComparison.Ordinal);
        var reason = $" {plain[..at]} ";

        return words.Conditions.Any(condition => reason.Contains($" {condition} ", StringComparison.Ordinal)) ? null : plain[(at + joint.Length + 2)..];
    }
}
