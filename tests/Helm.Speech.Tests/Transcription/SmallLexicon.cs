using Helm.Speech.Sphinx;

namespace Helm.Speech.Tests.Transcription;

/// <summary>A dictionary of a few words, without flite's rules.</summary>
internal sealed class SmallLexicon : IDisposable
{
    private static readonly string[] Dictionary =
    [
        "front F R AH N T", "door D AO R", "api EY P IY AY", "lambda L AE M D AH", "stop S T AA P", "stopwatch S T AA P W AA CH",
        "q. K Y UW", "r. AA R", "read R EH D", "read(2) R IY D", "main M EY N", "grammar G R AE M ER",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("helm-lexicon-").FullName;

    public string Write(params string[] lines)
    {
        var file = Path.Combine(_folder, "operators.txt");
        File.WriteAllLines(file, lines);
        return file;
    }

    public Lexicon Open(string? operatorsFile = null)
    {
        var file = Path.Combine(_folder, "dictionary.txt");
        File.WriteAllLines(file, Dictionary);
        return new Lexicon(new EnglishModel("", file, ""), operatorsFile, new LetterToSound("no-such-program"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
