using Helm.Conversation.Dialogs;
using Helm.Conversation.Direction.Mending;
using Helm.Conversation.Intents;
using Helm.Operations.Remediation.Challenges;

namespace Helm.Conversation.Turns;

/// <summary>What an answer to "shall I?" comes to: a yes or a no that names the plan and the hash that were shown.</summary>
internal static class Confirmation
{
    private const int MostWords = 8;
    private const int FewestWords = 2;

    private static readonly char[] Separators = [' ', '\t', '\n', '\r', ',', '.', ';', '-', '!', '?'];

    /// <summary>Null when it is no answer to the question.</summary>
    public static Command? Of(Question? question, string text, Command understood)
    {
        if (question?.Plan is not { } plan)
        {
            return null;
        }

        if (plan.Challenge is not null && AreWords(text, understood))
        {
            return Bound(IntentNames.ConfirmYes, plan, text.Trim());
        }

        return understood.Intent is IntentNames.ConfirmYes or IntentNames.ConfirmNo ? Bound(understood.Intent, plan, null) : null;
    }

    /// <summary>At least two of a challenge's words, whatever else was understood; or a few words that mean nothing else.</summary>
    private static bool AreWords(string text, Command understood)
    {
        var words = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= FewestWords and <= MostWords
            && (words.Count(ChallengeWords.Contains) >= FewestWords || (words.Length == SpokenChallenge.WordCount && understood.Intent == IntentNames.OutOfScope));
    }

    private static Command Bound(string intent, PlanQuestion plan, string? words)
    {
        var entities = new Dictionary<string, object> { [PlanSlots.PlanId] = plan.PlanId, [PlanSlots.PlanHash] = plan.PlanHash };
        if (words is not null)
        {
            entities[PlanSlots.Words] = words;
        }

        return new(intent, entities);
    }
}
