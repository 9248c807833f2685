namespace Helm.Conversation.Intents.Packs;

/// <summary>
/// Reads the folders <c>like</c> and <c>aloud</c> of a pack: for each intent a file of sentences in other words than its
/// patterns', one a line, those of <c>like</c> for the classifier and the ear, those of <c>aloud</c> for the ear alone.
/// From a line <c>[action=restart]</c> on, they say that as well. <c>out_of_scope.txt</c> has what people say that is no
/// request to Helm.
/// </summary>
internal static class LikeReader
{
    private const string Ending = ".txt";

    /// <summary>The intents with their sentences, and those that are out of scope.</summary>
    public static (IntentDefinition[] Intents, IReadOnlyList<string> OutOfScope) Add(string folder, IntentDefinition[] intents, List<PackError> errors)
    {
        var like = Read(folder, intents, errors);

        return (
            [.. intents.Select(intent => intent with { Like = [.. intent.Like, .. like.GetValueOrDefault(intent.Name) ?? []] })],
            [.. (like.GetValueOrDefault(IntentNames.OutOfScope) ?? []).Select(sentence => sentence.Text)]);
    }

    /// <summary>What is said aloud, by intent; no intent where it is no request.</summary>
    public static IReadOnlyList<SpokenExample> Aloud(string folder, IntentDefinition[] intents, List<PackError> errors) =>
    [
        .. from file in Read(folder, intents, errors)
           from sentence in file.Value
           select new SpokenExample(file.Key == IntentNames.OutOfScope ? null : file.Key, sentence.Text, IsVerbatim: true),
    ];

    /// <summary>The sentences of each file; none where there is no such folder.</summary>
    private static Dictionary<string, IReadOnlyList<LikeSentence>> Read(string folder, IReadOnlyList<IntentDefinition> intents, List<PackError> errors)
    {
        var found = new Dictionary<string, IReadOnlyList<LikeSentence>>();
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Ending).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var intent = intents.FirstOrDefault(intent => intent.Name == name);
            if (intent is null && name != IntentNames.OutOfScope)
            {
                errors.Add(new PackError($"{Path.GetFileName(folder)}/{name}{Ending}", 1, $"there is no intent {name}"));
            }

            found[name] = Sentences(path, intent, errors);
        }

        return found;
    }

    private static List<LikeSentence> Sentences(string path, IntentDefinition? intent, List<PackError> errors)
    {
        var sentences = new List<LikeSentence>();
        string? says = null;
        foreach (var (number, line) in File.ReadLines(path).Select(line => line.Trim()).Index())
        {
            if (line is ['[', .., ']'])
            {
                says = line[1..^1];
                if (intent?.Slots.ContainsKey(says.Split('=')[0]) is not true)
                {
                    errors.Add(new PackError($"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}", number + 1, $"the intent has no slot for '{says}'"));
                }
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                sentences.Add(new LikeSentence(line, says));
            }
        }

        return sentences;
    }
}
