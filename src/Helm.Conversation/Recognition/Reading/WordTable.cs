using System.Globalization;

namespace Helm.Conversation.Recognition.Reading;

/// <summary>Reads the word lists of the grammars, written as "one=1 two=2"; an underscore stands for a space.</summary>
internal static class WordTable
{
    public static Dictionary<string, int> Integers(string table) =>
        Entries(table).ToDictionary(entry => entry.Word, entry => int.Parse(entry.Value, CultureInfo.InvariantCulture));

    public static Dictionary<string, double> Doubles(string table) =>
        Entries(table).ToDictionary(entry => entry.Word, entry => double.Parse(entry.Value, CultureInfo.InvariantCulture));

    public static Dictionary<string, string> Texts(string table) => Entries(table).ToDictionary(entry => entry.Word, entry => entry.Value);

    public static HashSet<string> Set(string table) => [.. Split(table).Select(Spaced)];

    private static IEnumerable<(string Word, string Value)> Entries(string table) =>
        Split(table).Select(entry => (Spaced(entry[..entry.LastIndexOf('=')]), entry[(entry.LastIndexOf('=') + 1)..]));

    private static string[] Split(string table) => table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Spaced(string word) => word.Replace('_', ' ');
}
