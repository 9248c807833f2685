using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Finds the numbers of a text: whole, decimal, fraction and power, in figures and in words.</summary>
internal static class NumberRecognizer
{
    private static readonly HashSet<string> Pointers = ["the", "this", "that", "which"];

    public static IReadOnlyList<Recognised> Recognize(string input)
    {
        var line = new TokenLine(input);
        var found = new List<Recognised>();
        for (var at = 0; at < line.Count;)
        {
            if (Number(line, at) is not { } number)
            {
                at++;
                continue;
            }

            found.Add(line.Found(at, number.End, "number", Resolution(number)));
            at = number.End;
        }

        return found;
    }

    private static NumberPhrase? Number(TokenLine line, int at) =>
        NumberReader.Read(line, at) is { } number && double.IsFinite(number.Value) && !IsPronoun(line, at, number) ? number : null;

    /// <summary>"the one you mentioned" counts nothing.</summary>
    private static bool IsPronoun(TokenLine line, int at, NumberPhrase number) =>
        number.End == at + 1 && line.Is(at, "one") && Pointers.Contains(line[at - 1].Text);

    private static Dictionary<string, object?> Resolution(NumberPhrase number)
    {
        var resolution = new Dictionary<string, object?>();
        if (number.Form != NumberForm.Mixed)
        {
            resolution["subtype"] = number.Form switch
            {
                NumberForm.Integer => "integer",
                NumberForm.Decimal => "decimal",
                NumberForm.Fraction => "fraction",
                _ => "power",
            };
        }

        resolution["value"] = NumberReader.Print(number.Value);
        return resolution;
    }
}
