using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Finds percentages: "20 %", "twenty percent", "per cent of 210"; a bare sign is a percentage without a value.</summary>
internal static class PercentageRecognizer
{
    private static readonly string[][] Signs = [["%"], ["percent"], ["percents"], ["percentage"], ["cent"], ["cents"], ["per", "cent"], ["per", "cents"]];

    public static IReadOnlyList<Recognised> Recognize(string input)
    {
        var line = new TokenLine(input);
        var found = new List<Recognised>();
        for (var at = 0; at < line.Count;)
        {
            at = Passed(line, at) ?? Percentage(line, at, found) ?? Math.Max(at + 1, NumberReader.Read(line, at)?.End ?? 0);
        }

        return found;
    }

    /// <summary>A number and the sign, the sign alone, or "percent of" a number; where both ends have a number, none is its value.</summary>
    private static int? Percentage(TokenLine line, int at, List<Recognised> found)
    {
        var before = Number(line, at);
        if (Sign(line, before?.End ?? at) is not { } end)
        {
            return null;
        }

        var of = Of(line, end);
        found.Add(line.Found(at, of?.End ?? end, "percentage", Resolution(Value(before, of))));
        return line.JoinedIs(end, "%") ? end + 1 : of?.End ?? end;
    }

    /// <summary>Figures may touch the word: "36percent".</summary>
    private static NumberPhrase? Number(TokenLine line, int at)
    {
        var number = NumberReader.Read(line, at) ?? (Touched(line, at) ? Figures.Plain(line, at) : null);
        return number is { Value: not double.NaN } ? number : null;
    }

    private static bool Touched(TokenLine line, int at) =>
        !(line.Joined(at) && (line[at - 1].IsWord || line[at - 1].Text is "." or ",")) && Figures.Plain(line, at) is { } plain && line.Joined(plain.End) && Sign(line, plain.End) is not null;

    /// <summary>A number right behind a sign belongs to no other sign: neither number of "7%6%" has one.</summary>
    private static int? Passed(TokenLine line, int at) =>
        line.Is(at - 1, "%") && line.Joined(at) && Number(line, at) is { } number ? (line.JoinedIs(number.End, "%") ? number.End + 1 : number.End) : null;

    private static NumberPhrase? Of(TokenLine line, int end) =>
        (line[end - 1].Text.StartsWith("percent", StringComparison.Ordinal) || line.Is(end - 2, "per")) && line[end - 1].Text is not "percentage" && line.Is(end, "of") && NumberReader.Read(line, end + 1) is { Value: not double.NaN } number ? number : null;

    private static string Value(NumberPhrase? before, NumberPhrase? of) =>
        before is not null && of is not null ? "null" : (before ?? of) is { } number ? NumberReader.Print(number.Value) + "%" : "null";

    private static int? Sign(TokenLine line, int at)
    {
        foreach (var sign in Signs)
        {
            if (line.Is(at, sign[0]) && (sign.Length == 1 || line.Is(at + 1, sign[1])))
            {
                return line.Is(at, "%") && Numbered(line, at + 1) ? null : at + sign.Length;
            }
        }

        return null;
    }

    /// <summary>In "%5" and "20%-30%" a number follows the sign at once, so it marks nothing before it.</summary>
    private static bool Numbered(TokenLine line, int at) => line.Joined(at) && NumberReader.Read(line, at) is not null;

    private static Dictionary<string, object?> Resolution(string value) => new() { ["value"] = value };
}
