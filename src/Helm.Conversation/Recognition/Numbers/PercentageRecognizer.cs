using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Finds percentages: "20 %", "twenty percent", "per cent of 210"; a bare sign is a percentage without a value.</summary>
internal static class PercentageRecognizer
{
    private static readonly string[][] Signs = [["%"], ["percent"], ["percents"], ["percentage"], ["percentages"], ["pct"], ["per", "cent"], ["per", "cents"]];

    public static IReadOnlyList<Recognised> Recognize(string input)
    {
        var line = new TokenLine(input);
        var found = new List<Recognised>();
        for (var at = 0; at < line.Count;)
        {
            if (After(line, at) is { } number)
            {
                found.Add(line.Found(at, number.End, "percentage", Resolution(NumberReader.Print(number.Value) + "%")));
                at = number.End;
            }
            else
            {
                Bare(line, at, found);
                at = Past(line, at);
            }
        }

        return found;
    }

    private static void Bare(TokenLine line, int at, List<Recognised> found)
    {
        if (line.Is(at, "%"))
        {
            found.Add(line.Found(at, at + 1, "percentage", Resolution("null")));
        }
    }

    private static int Past(TokenLine line, int at) => Math.Max(at + 1, NumberReader.Read(line, at)?.End ?? 0);

    private static NumberPhrase? After(TokenLine line, int at)
    {
        if (NumberReader.Read(line, at) is { } number)
        {
            return Sign(line, number.End) is { } end ? number with { End = end } : null;
        }

        return Sign(line, at) is { } of && line.Is(of, "of") ? NumberReader.Read(line, of + 1) : null;
    }

    private static int? Sign(TokenLine line, int at)
    {
        foreach (var sign in Signs)
        {
            if (line.Is(at, sign[0]) && (sign.Length == 1 || line.Is(at + 1, sign[1])))
            {
                return at + sign.Length;
            }
        }

        return null;
    }

    private static Dictionary<string, object?> Resolution(string value) => new() { ["value"] = value };
}
