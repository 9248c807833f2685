using Helm.Conversation.Intents.Recognition;

namespace Helm.Conversation.Intents;

/// <summary>Several requests in one breath: "show the issues and then the dashboard".</summary>
internal static class Compound
{
    /// <summary>More are not kept in mind by anybody.</summary>
    public const int MostParts = 3;

    private static readonly string[] Said = ["exact", "pattern", FrameRecogniser.Called];

    private static readonly string[] Answers = [IntentNames.ConfirmYes, IntentNames.ConfirmNo, IntentNames.Correction, IntentNames.OutOfScope];

    /// <summary>
    /// The parts in the order of answering, a change last; empty when the sentence is one request. Each part must be one
    /// by itself, else the "and" joins something else.
    /// </summary>
    public static IReadOnlyList<Part> Parts(string text, IntentMatch whole, Vocabulary vocabulary, TurnContext context, IntentTable table)
    {
        if (whole.Recogniser is "exact" or "pattern" || text.StartsWith('/') || text.StartsWith('@'))
        {
            return [];
        }

        var read = Candidates(text, vocabulary, table).Select(parts => parts.Count > 1 ? Read(parts, vocabulary, context, table) : null).FirstOrDefault(parts => parts is not null);

        return read is null ? [] : [.. read.OrderBy(part => part.Changes)];
    }

    /// <summary>In which ways it can be divided, the likeliest first.</summary>
    private static IEnumerable<IReadOnlyList<string>> Candidates(string text, Vocabulary vocabulary, IntentTable table)
    {
        var joints = table.Joints.Where(joint => text.Contains(joint, StringComparison.OrdinalIgnoreCase)).ToList();

        return joints.Count == 0 ? []
            : joints.Select(joint => (IReadOnlyList<string>)text.Split(joint, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Append(table.Spread(text, vocabulary));
    }

    private static List<Part>? Read(IReadOnlyList<string> parts, Vocabulary vocabulary, TurnContext context, IntentTable table)
    {
        var read = new List<Part>();
        foreach (var part in parts)
        {
            var match = table.Match(part, vocabulary, context);
            if (!Said.Contains(match.Recogniser) || Answers.Contains(match.Intent))
            {
                return null;
            }

            read.Add(new Part(part, table.Changes(new Command(match.Intent, match.Entities))));
        }

        return read;
    }
}

/// <summary>One of several requests.</summary>
internal sealed record Part(string Text, bool Changes);
