using System.Reflection;

namespace Helm.Speech.Sphinx;

/// <summary>How words sound: the operator's list, Helm's own, the dictionary, and rules for words in none of them.</summary>
/// <remarks>The dictionary is scanned when needed and not kept: it would be the largest thing in memory.</remarks>
internal sealed class Lexicon
{
    private const int MostLettersSpelled = 4;

    private readonly EnglishModel _model;
    private readonly LetterToSound _letterToSound;
    private readonly Dictionary<string, List<string>> _added;

    public Lexicon(EnglishModel model, string? operatorsFile, LetterToSound letterToSound)
    {
        (_model, _letterToSound) = (model, letterToSound);
        _added = Read(OwnLines());
        if (operatorsFile is not null && File.Exists(operatorsFile))
        {
            foreach (var (word, sounds) in Read(File.ReadLines(operatorsFile)))
            {
                _added[word] = sounds;
            }
        }
    }

    /// <summary>The pronunciations of those words that have any.</summary>
    public Dictionary<string, IReadOnlyList<string>> Find(IEnumerable<string> words)
    {
        var wanted = words.ToHashSet();
        var found = Known(wanted);
        var unknown = wanted.Where(word => !found.ContainsKey(word)).ToList();
        if (unknown.Count > 0)
        {
            var parts = Known([.. unknown.SelectMany(Parts)]);
            foreach (var word in unknown)
            {
                if ((Compose(word, parts) ?? _letterToSound.Guess(word)) is { } sounds)
                {
                    found[word] = [sounds];
                }
            }
        }

        return found;
    }

    /// <summary>All words of the dictionary with their sounds.</summary>
    public IEnumerable<(string Word, string[] Sounds)> Dictionary() => Dictionary(_ => true);

    private IEnumerable<(string Word, string[] Sounds)> Dictionary(Func<string, bool> isWanted) =>
        File.ReadLines(_model.Dictionary)
            .Where(isWanted)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length > 1)
            .Select(parts => (Plain(parts[0]).ToString(), parts[1..]));

    /// <summary>Of those words that a list or the dictionary has; none is guessed.</summary>
    public Dictionary<string, IReadOnlyList<string>> Known(HashSet<string> words)
    {
        var found = words.Where(_added.ContainsKey)
            .ToDictionary(word => word, word => (IReadOnlyList<string>)_added[word]);
        var byLetters = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var fromDictionary = Dictionary(line => byLetters.Contains(Plain(line.AsSpan(0, Math.Max(0, line.IndexOf(' '))))))
            .Where(entry => !_added.ContainsKey(entry.Word))
            .GroupBy(entry => entry.Word, entry => string.Join(' ', entry.Sounds));
        foreach (var entry in fromDictionary)
        {
            found[entry.Key] = [.. entry];
        }

        return found;
    }

    private static IEnumerable<string> Parts(string word) =>
        Splits(word).SelectMany(at => new[] { word[..at], word[at..] }).Concat(word.Select(Letter));

    /// <summary>Two known words in one ("frontdoor"), or letters one by one ("rds").</summary>
    private static string? Compose(string word, Dictionary<string, IReadOnlyList<string>> parts)
    {
        var halves = Splits(word)
            .Where(at => parts.ContainsKey(word[..at]) && parts.ContainsKey(word[at..]))
            .OrderBy(at => Math.Abs(2 * at - word.Length))
            .Select(at => parts[word[..at]][0] + " " + parts[word[at..]][0])
            .FirstOrDefault();
        var letters = word.Select(Letter).ToList();
        var spelled = word.Length <= MostLettersSpelled && !word.Any("aeiouy".Contains) && letters.All(parts.ContainsKey)
            ? string.Join(' ', letters.Select(letter => parts[letter][0]))
            : null;
        return halves ?? spelled;
    }

    // The dictionary has letters as words with a point ("b."), the letter alone may be an article.
    private static string Letter(char letter) => letter + ".";

    private static IEnumerable<int> Splits(string word)
    {
        const int ShortestPart = 3;
        return Enumerable.Range(ShortestPart, Math.Max(0, word.Length - 2 * ShortestPart + 1));
    }

    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> entry)
    {
        var variant = entry.IndexOf('(');
        return variant > 0 ? entry[..variant] : entry;
    }

    private static Dictionary<string, List<string>> Read(IEnumerable<string> lines)
    {
        var entries = new Dictionary<string, List<string>>();
        foreach (var line in lines)
        {
            var parts = line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && !line.StartsWith('#') && Sounds.AreAllKnown(parts[1]))
            {
                entries.TryAdd(parts[0].ToLowerInvariant(), []);
                entries[parts[0].ToLowerInvariant()].Add(parts[1]);
            }
        }

        return entries;
    }

    private static IEnumerable<string> OwnLines()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("lexicon.en.txt")!);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
