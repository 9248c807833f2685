using System.Globalization;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Reads a place in an order: "11th", "twenty-fifth", "two hundredth".</summary>
internal static class OrdinalWords
{
    public static NumberPhrase? Read(TokenLine line, int at) => Figures(line, at) ?? Words(line, at);

    private static NumberPhrase? Figures(TokenLine line, int at)
    {
        var glued = line.Joined(at) && line[at - 1].Kind != TokenKind.Symbol;
        if (glued || line[at] is not { IsDigits: true, Length: < 10 } token)
        {
            return null;
        }

        if (Suffixed(line, at + 1, token.Text) && !(line.JoinedIs(at, ",") || (line.JoinedIs(at - 1, ",") && line.Joined(at))))
        {
            return new NumberPhrase(at + 2, double.Parse(token.Text, CultureInfo.InvariantCulture), NumberForm.Integer);
        }

        return Grouped(line, at, token.Text);
    }

    /// <summary>The ending has to fit the last figure; "th" may follow any number of up to three figures.</summary>
    private static bool Suffixed(TokenLine line, int at, string digits)
    {
        var ending = line[at].Text;
        if (!line.Joined(at))
        {
            return ending == "th" && digits.Length <= 3;
        }

        return digits[^1] switch
        {
            '1' => ending == "st" || (ending == "th" && digits.Length <= 3),
            '2' => ending == "nd" || (ending == "th" && digits.Length <= 3),
            '3' => ending == "rd" || (ending == "th" && digits.Length <= 3),
            _ => ending == "th",
        };
    }

    /// <summary>"1,234,567th"; a single comma reads as a decimal sign, as the specification does.</summary>
    private static NumberPhrase? Grouped(TokenLine line, int at, string digits)
    {
        var (end, commas) = (at + 1, 0);
        while (digits.Length <= 12 && line.Is(end, ",") && line[end + 1] is { IsDigits: true, Length: 3 } more)
        {
            digits += more.Text;
            (end, commas) = (end + 2, commas + 1);
        }

        var value = double.Parse(commas == 1 ? digits.Insert(digits.Length - 3, ".") : digits, CultureInfo.InvariantCulture);
        return commas > 0 && line[at].Length <= 3 && line.Is(end, "th") ? new NumberPhrase(end + 1, value, NumberForm.Integer) : null;
    }

    private static NumberPhrase? Words(TokenLine line, int at)
    {
        if (NumberWords.Ordinals.TryGetValue(line[at].Text, out var value))
        {
            return new NumberPhrase(at + 1, value, NumberForm.Integer);
        }

        // "twenty-fifth": the head is "twenty"; "one hundred and third": the head is "one hundred".
        if (IntegerWords.Read(line, at) is not { Value: > 0 } head)
        {
            return null;
        }

        var next = line.Is(head.End, "-") || line.Is(head.End, "and") ? head.End + 1 : head.End;
        if (!NumberWords.Ordinals.TryGetValue(line[next].Text, out var last) || Together(head.Value, last) is not { } together)
        {
            return null;
        }

        // Great places are added up by their words: "a lakh eight hundredth" is 100,800th.
        var words = Enumerable.Range(at, next + 1 - at).Select(index => line[index].Text).ToList();
        return new NumberPhrase(next + 1, last >= 100 ? WordValue.Of(words) : together, NumberForm.Integer);
    }

    /// <summary>A great ordinal multiplies ("two hundredth"), a small one is added to a round number ("twenty-fifth"); "three fifth" is none.</summary>
    private static double? Together(double head, double last)
    {
        if (last >= 100)
        {
            return head * last;
        }

        var step = last >= 10 ? 100 : 10;
        return head % step == 0 ? head + last : null;
    }
}
