using Helm.Conversation.Intents.Packs;
using Helm.Operations.Settings;

namespace Helm.Conversation.Intents.Checks;

/// <summary>Finds what is wrong with a language pack: what cannot be read, and what does not mean what it says.</summary>
public static class PackCheck
{
    /// <param name="intents">The folder of one language: <c>intents/en</c>.</param>
    /// <param name="dialogs">The folder of its wording: <c>dialogs/en</c>.</param>
    public static IReadOnlyList<PackError> Run(string intents, string dialogs)
    {
        try
        {
            var table = IntentTable.Load(intents);
            var names = ExampleNames.Of(table.Intents);

            return
            [
                .. WordingCheck.Run(table.Intents, dialogs, ProgramFolder.Locate(Path.Combine("dialogs", "en"))),
                .. Examples(table, names),
                .. Exact(table, names, intents),
                .. new ClaimCheck(table.Compiled, names).Run(),
            ];
        }
        catch (PackException wrong)
        {
            return wrong.Errors;
        }
    }

    private static IEnumerable<PackError> Examples(IntentTable table, Vocabulary names)
    {
        foreach (var (intent, example) in table.Intents.SelectMany(intent => intent.Examples.Select(example => (intent, example))))
        {
            var told = table.Explain(example.Text, names, example.Context);
            var (meant, found) = (Say(example.Entities), Say(told.Match.Entities));
            if (told.Match.Intent != intent.Name)
            {
                yield return new PackError(example.File, example.Line, $"the example '{example.Text}' is understood as {told.Match.Intent}, not as {intent.Name}");
            }
            else if (meant != found)
            {
                yield return new PackError(example.File, example.Line, $"the example '{example.Text}' gives {{{found}}}, not {{{meant}}}");
            }
        }
    }

    /// <summary>Sentences that are written out and mean another intent, because that one claims them as well.</summary>
    private static IEnumerable<PackError> Exact(IntentTable table, Vocabulary names, string folder) =>
        from intent in table.Intents
        where intent.Applies == Applies.Always
        from sentence in intent.Exact
        let other = table.Match(sentence, names, TurnContext.Empty).Intent
        where other != intent.Name
        let place = Place(folder, intent.Name, sentence)
        select new PackError(place.File, place.Line, $"'{sentence}' is claimed by {intent.Name} and by {other}, and {other} wins");

    private static (string File, int Line) Place(string folder, string intent, string sentence)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(path);
            if (lines.Contains($"intent: {intent}"))
            {
                return (Path.GetFileName(path), 1 + Array.FindIndex(lines, line => Writes(line, sentence)));
            }
        }

        return (folder, 0);
    }

    /// <summary>In a line of its own, or in the list behind the key.</summary>
    private static bool Writes(string line, string sentence) =>
        line.Trim(' ', '-', '\'', '"') == sentence
        || (line.StartsWith("exact:", StringComparison.Ordinal) && line.Contains(sentence, StringComparison.Ordinal));

    private static string Say(IReadOnlyDictionary<string, object> entities) =>
        string.Join(' ', entities.OrderBy(entity => entity.Key, StringComparer.Ordinal).Select(entity => FormattableString.Invariant($"{entity.Key}={entity.Value}")));
}
