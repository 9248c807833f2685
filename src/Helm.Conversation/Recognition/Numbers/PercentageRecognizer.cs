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
            at = Percentage(line, at, found) ?? Math.Max(at + 1, NumberReader.Read(line, at)?.End ?? 0);
        }

        return found;
    }

    /// <summary>A number and the sign, the sign alone, or "percent of" a number; where both ends have a number, none is its value.</summary>
    private static int? Percentage(TokenLine line, int at, List<Recognised> found)
    {
        var before = NumberReader.Read(line, at);
        if (Sign(line, before?.End ?? at) is not { } end)
        {
            return null;
        }

        var of = Of(line, end);
        found.Add(line.Found(at, of?.End ?? end, "percentage", Resolution(Value(before, of))));
        return line.JoinedIs(end, "%") ? end + 1 : of?.End ?? end;
    }

    private static NumberPhrase? Of(TokenLine line, int end) =>
        line[end - 1].Text is not ("percentage" or "%") && line.Is(end, "of") ? NumberReader.Read(line, end + 1) : null;

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
