using System.Globalization;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Finds places in an order: from the start ("third"), from where one is ("next"), from the end ("second to last").</summary>
internal static class OrdinalRecognizer
{
    private static readonly (string[] Words, int Offset, string To)[] Relative =
    [
        (["the", "one", "before", "the", "last", "one"], -1, "end"),
        (["the", "one", "before", "the", "last"], -1, "end"),
        (["the", "last", "but", "one"], -1, "end"),
        (["the", "second", "to", "last"], -1, "end"),
        (["next", "to", "last"], -1, "end"),
        (["penultimate"], -1, "end"),
        (["antepenultimate"], -2, "end"),
        (["next", "one"], 1, "current"),
        (["previous", "one"], -1, "current"),
        (["current", "one"], 0, "current"),
        (["next"], 1, "current"),
        (["previous"], -1, "current"),
        (["current"], 0, "current"),
        (["last"], 0, "end"),
    ];

    public static IReadOnlyList<Recognised> Recognize(string input)
    {
        var line = new TokenLine(input);
        var found = new List<Recognised>();
        for (var at = 0; at < line.Count;)
        {
            at = RelativeAt(line, at, found) ?? PlaceAt(line, at, found) ?? at + 1;
        }

        return found;
    }

    private static int? RelativeAt(TokenLine line, int at, List<Recognised> found)
    {
        foreach (var (words, offset, to) in Relative)
        {
            if (!Matches(line, at, words))
            {
                continue;
            }

            var text = offset.ToString(CultureInfo.InvariantCulture);
            found.Add(line.Found(at, at + words.Length, "ordinal.relative", Resolution(text, to, $"{to}{(offset < 0 ? "" : "+")}{text}")));
            return at + words.Length;
        }

        return null;
    }

    private static bool Matches(TokenLine line, int at, string[] words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            if (!line.Is(at + index, words[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static int? PlaceAt(TokenLine line, int at, List<Recognised> found)
    {
        if (OrdinalWords.Read(line, at) is not { } place)
        {
            return Fraction(line, at);
        }

        // "a hundredth" is a part, not a place.
        if (place.Value < 100 || !NumberWords.IsArticle(line[at - 1].Text))
        {
            var text = NumberReader.Print(place.Value);
            found.Add(line.Found(at, place.End, "ordinal", Resolution(text, "start", text)));
        }

        return place.End;
    }

    /// <summary>Steps over "a trillionth" and "a hundred thousandth", which are fractions.</summary>
    private static int? Fraction(TokenLine line, int at) =>
        NumberWords.IsArticle(line[at].Text) && OrdinalWords.Read(line, at + 1) is { Value: >= 100 } part ? part.End : null;

    private static Dictionary<string, object?> Resolution(string offset, string to, string value) =>
        new() { ["offset"] = offset, ["relativeTo"] = to, ["value"] = value };
}
