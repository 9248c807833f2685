namespace Helm.Conversation.Intents;

/// <summary>
/// "The other one" is the one of the list that was read which was not spoken of since. Of several it is asked which: never
/// is the one taken once more that has just been dealt with.
/// </summary>
internal static class Others
{
    private const string IssueId = "issue_id";

    private static readonly string[] Objects = [IssueId, "ordinal", "resource", "domain", "environment", "severity"];

    /// <param name="words">What was matched, after normalisation.</param>
    public static IntentMatch Apply(IntentMatch match, string words, TurnContext context, IntentTable table)
    {
        if (match.Unresolved.Count > 0 || Objects.Any(match.Entities.ContainsKey)
            || table.Find(match.Intent)?.Slots.ContainsKey(IssueId) != true || Said(words, table) is not { } said)
        {
            return match;
        }

        string[] others = [.. context.Issues.Where(issue => issue != context.FocusIssue)];

        return others.Length == context.Issues.Count ? match : others switch
        {
            [] => match,
            [var only] => match with { Entities = new Dictionary<string, object>(match.Entities) { [IssueId] = only } },
            _ => match with { Unresolved = [new UnresolvedName(IssueId, said, others)] },
        };
    }

    private static string? Said(string words, IntentTable table) =>
        table.Compiled.Pack.Words.Others.FirstOrDefault(phrase => $" {words} ".Contains($" {phrase} ", StringComparison.Ordinal));
}
