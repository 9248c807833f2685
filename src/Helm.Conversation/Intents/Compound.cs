namespace Helm.Conversation.Intents;

/// <summary>Several requests in one breath: "show the issues and then the dashboard".</summary>
internal static class Compound
{
    /// <summary>More are not kept in mind by anybody.</summary>
    public const int MostParts = 3;

    private static readonly string[] Said = ["exact", "pattern", "frame"];

    private static readonly string[] Answers = [IntentNames.ConfirmYes, IntentNames.ConfirmNo, IntentNames.Correction, IntentNames.OutOfScope];

    /// <summary>
    /// The parts in the order of answering, a change last; empty when the sentence is one request. Each part must be one
    /// by itself, else the "and" joins something else.
    /// </summary>
    public static IReadOnlyList<string> Parts(string text, IntentMatch whole, Vocabulary vocabulary, TurnContext context, IntentTable table)
    {
        if (whole.Recogniser is "exact" or "pattern" || text.StartsWith('/') || text.StartsWith('@'))
        {
            return [];
        }

        var joints = table.Joints.Where(joint => text.Contains(joint, StringComparison.OrdinalIgnoreCase));
        foreach (var joint in joints)
        {
            var parts = text.Split(joint, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 1 && Read(parts, vocabulary, context, table) is { } read)
            {
                return [.. read.OrderBy(part => part.Changes).Select(part => part.Text)];
            }
        }

        return [];
    }

    private static List<(string Text, bool Changes)>? Read(string[] parts, Vocabulary vocabulary, TurnContext context, IntentTable table)
    {
        var read = new List<(string Text, bool Changes)>();
        foreach (var part in parts)
        {
            var match = table.Match(part, vocabulary, context);
            if (!Said.Contains(match.Recogniser) || Answers.Contains(match.Intent))
            {
                return null;
            }

            read.Add((part, table.Find(match.Intent)?.Changes == true));
        }

        return read;
    }
}
