using Helm.Operations.Environments;

namespace Helm.Conversation.Dialogs;

/// <summary>All wordings of one language, read and compiled.</summary>
internal sealed class DialogPack
{
    private const string WordsFile = "words.yaml";

    private readonly Dictionary<string, CompiledWording> _wordings = [];

    private DialogPack()
    {
    }

    public IReadOnlyCollection<string> Wordings => _wordings.Keys;

    public static DialogPack Read(string folder, EnvironmentDirectory environments)
    {
        if (!Directory.Exists(folder))
        {
            throw new DialogException($"There is no folder of dialogs at {folder}; set Helm:Conversation:Dialogs to where it is.");
        }

        // What a small pack does not word is told in English rather than not at all.
        var english = Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? "", "en");
        var pack = Path.GetFullPath(english) != Path.GetFullPath(folder) && File.Exists(Path.Combine(english, WordsFile))
            ? Read(english, environments)
            : new DialogPack();
        var lexicon = DialogFile.Read<Lexicon>(Path.Combine(folder, WordsFile));
        var eye = new Templates(lexicon, Phrasing.ForEye, environments);
        var ear = new Templates(lexicon, Phrasing.ForEar, environments);
        var files = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Where(path => Path.GetFileName(path) != WordsFile)
            .Select(path => (Path: path, File: DialogFile.Read<DialogFile>(path)))
            .ToList();
        foreach (var (name, partial) in files.SelectMany(file => file.File.Partials))
        {
            eye.Partial(name, partial);
            ear.Partial(name, partial);
        }

        files.ForEach(file => pack.Add(file.Path, file.File, eye, ear));

        return pack;
    }

    public CompiledWording Find(string wording) => _wordings.GetValueOrDefault(wording)
        ?? throw new DialogException($"No file of dialogs words '{wording}'.");

    private void Add(string path, DialogFile file, Templates eye, Templates ear)
    {
        foreach (var (name, wording) in file.Answers)
        {
            try
            {
                _wordings[$"{file.Intent}.{name}"] = new CompiledWording(wording, eye, ear);
            }
            catch (Exception wrong) when (wrong is HandlebarsDotNet.HandlebarsException or ArgumentException)
            {
                throw new DialogException($"{Path.GetFileName(path)}, answer '{name}': {wrong.Message}", wrong);
            }
        }
    }
}
