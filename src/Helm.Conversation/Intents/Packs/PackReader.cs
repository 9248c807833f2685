using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Packs;

/// <summary>Reads the folder of one language: a file an intent, the shared <c>_rules</c>, <c>_words</c>, <c>_names</c> and <c>_frames</c>, and the folders <c>like</c> and <c>aloud</c>.</summary>
internal static class PackReader
{
    /// <exception cref="PackException">With everything that is wrong, not only the first.</exception>
    public static LanguagePack Read(string folder)
    {
        var errors = new List<PackError>();
        if (!Directory.Exists(folder))
        {
            throw new PackException([new PackError(folder, 0, "this folder of a language pack does not exist")]);
        }

        var rules = new RuleBook(YamlFile.Read(Path.Combine(folder, "_rules.yaml"), errors));
        rules.CheckAll();
        var intents = Intents(folder, rules, errors);
        var words = Words(YamlFile.Read(Path.Combine(folder, "_words.yaml"), errors));
        var names = NameReader.Read(YamlFile.Read(Path.Combine(folder, "_names.yaml"), errors));
        var frames = Frames(Path.Combine(folder, "_frames.yaml"), intents, errors);
        (intents, var outOfScope) = LikeReader.Add(Path.Combine(folder, "like"), intents, errors);
        var aloud = LikeReader.Aloud(Path.Combine(folder, "aloud"), intents, errors);
        errors.AddRange(Doubles(intents).Concat(DoubleCommands(intents)).Concat(Strangers(intents)));

        return errors.Count > 0 ? throw new PackException(errors) : new LanguagePack
        {
            Intents = intents,
            Words = words,
            Names = names,
            OutOfScope = outOfScope,
            Aloud = aloud,
            Frames = frames,
            Lead = rules.Has("lead") ? rules.Find("lead") : PatternNode.Empty,
            Close = rules.Has("close") ? rules.Find("close") : PatternNode.Empty,
        };
    }

    private static IntentDefinition[] Intents(string folder, RuleBook rules, List<PackError> errors) =>
    [
        .. Directory.EnumerateFiles(folder, "*.yaml")
            .Where(path => Path.GetFileName(path)[0] is not '_')
            .Order(StringComparer.Ordinal)
            .Select(path => YamlFile.Read(path, errors))
            .Where(file => file.Readable)
            .Select(file => new IntentReader(file, rules).Read()),
    ];

    private static FrameBook Frames(string path, IntentDefinition[] intents, List<PackError> errors) =>
        File.Exists(path) ? new FrameReader(YamlFile.Read(path, errors), intents).Read() : new FrameBook();

    private static IEnumerable<PackError> Doubles(IntentDefinition[] intents) =>
        intents.GroupBy(intent => intent.Name)
            .Where(group => group.Count() > 1)
            .Select(group => new PackError(group.Key + ".yaml", 1, $"two files describe the intent {group.Key}"));

    private static IEnumerable<PackError> DoubleCommands(IntentDefinition[] intents) =>
        intents.SelectMany(intent => intent.Commands.SelectMany(form => form.Names).Select(name => (Name: name, Intent: intent)))
            .GroupBy(entry => entry.Name)
            .Where(group => group.Count() > 1)
            .Select(group => new PackError(group.Last().Intent.File, 1, $"the command '{group.Key}' is described twice; the other is in {group.First().Intent.File}"));

    private static IEnumerable<PackError> Strangers(IntentDefinition[] intents) =>
        from intent in intents
        from name in intent.Over
        where intents.All(other => other.Name != name)
        select new PackError(intent.File, 1, $"'over' names {name}, and there is no such intent");

    private static WordLists Words(YamlFile file)
    {
        foreach (var symbol in file.Map(file.Root, "symbols").Children.Keys.Where(symbol => file.Scalar(symbol).Length == 0))
        {
            file.Complain(symbol, "a symbol is a character, not nothing");
        }

        file.OnlyKnows(file.Root, "wake", "fillers", "rewrites", "maybe", "heard", "symbols", "everyday", "elsewhere", "everyday_names", "asking", "joints", "others", "heads", "suffixes", "preambles", "therefore", "conditions");

        return new WordLists
        {
            Wake = file.Texts(file.Root, "wake"),
            Fillers = file.Texts(file.Root, "fillers"),
            Rewrites = file.Pairs(file.Root, "rewrites"),
            Maybe = file.Pairs(file.Root, "maybe"),
            Heard = file.Pairs(file.Root, "heard"),
            Symbols = file.Pairs(file.Root, "symbols"),
            Everyday = file.Texts(file.Root, "everyday"),
            Elsewhere = file.Texts(file.Root, "elsewhere"),
            Asking = file.Texts(file.Root, "asking"),
            Preambles = file.Texts(file.Root, "preambles"),
            Therefore = file.Texts(file.Root, "therefore"),
            Conditions = file.Texts(file.Root, "conditions"),
            EverydayNames = file.Texts(file.Root, "everyday_names"),
            Joints = [.. file.Texts(file.Root, "joints").Select(joint => $" {joint} ")],
            Others = file.Texts(file.Root, "others"),
            Heads = file.Texts(file.Root, "heads"),
            Suffixes = file.Texts(file.Root, "suffixes"),
        };
    }
}
