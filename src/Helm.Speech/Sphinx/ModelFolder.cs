namespace Helm.Speech.Sphinx;

/// <summary>A private folder for the files that a decoder wants to read: dictionary, language model.</summary>
internal sealed class ModelFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("helm-speech-").FullName;

    public string Write(string name, IEnumerable<string> lines)
    {
        var file = Path.Combine(_path, name);
        File.WriteAllLines(file, lines);
        return file;
    }

    /// <summary>In the form of the CMU dictionary: further pronunciations are numbered.</summary>
    public string WriteDictionary(string name, IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> words) =>
        Write(name, words.SelectMany(word => word.Value.Distinct().Select((sounds, variant) =>
            variant == 0 ? $"{word.Key} {sounds}" : $"{word.Key}({variant + 1}) {sounds}")));

    public void Dispose()
    {
        if (Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
