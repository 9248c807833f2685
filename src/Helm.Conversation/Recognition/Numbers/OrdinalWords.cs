using System.Globalization;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Reads a place in an order: "11th", "twenty-fifth", "two hundredth".</summary>
internal static class OrdinalWords
{
    public static NumberPhrase? Read(TokenLine line, int at) => Figures(line, at) ?? Words(line, at);

    private static NumberPhrase? Figures(TokenLine line, int at)
    {
        var token = line[at];
        var glued = line.Joined(at) && line[at - 1].Kind != TokenKind.Symbol;
        return token is { IsDigits: true, Length: < 10 } && !glued && line.Joined(at + 1) && line[at + 1].Text is "st" or "nd" or "rd" or "th"
            ? new NumberPhrase(at + 2, double.Parse(token.Text, CultureInfo.InvariantCulture), NumberForm.Integer)
            : null;
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
        return NumberWords.Ordinals.TryGetValue(line[next].Text, out var last) && Together(head.Value, last) is { } together
            ? new NumberPhrase(next + 1, together, NumberForm.Integer)
            : null;
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
