using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Finds the numbers of a text: whole, decimal, fraction and power, in figures and in words.</summary>
internal static class NumberRecognizer
{
    private static readonly HashSet<string> Pointers = ["the", "this", "that", "which"];

    public static IReadOnlyList<Recognised> Recognize(string input)
    {
        var line = new TokenLine(input);
        var numbers = new List<(int At, NumberPhrase Phrase)>();
        for (var at = 0; at < line.Count;)
        {
            if (Number(line, at) is not { } number)
            {
                at = Math.Max(at + 1, NumberReader.Read(line, at) is { Value: double.NaN } none ? none.End : 0);
                continue;
            }

            numbers.Add((at, number));
            at = number.End;
        }

        return [.. Merge(line, Apart(line, numbers)).Select(number => line.Found(number.At, number.Phrase.End, "number", Resolution(number.Phrase)))];
    }

    /// <summary>Numbers that touch ("7½", "1 234,5") are none of them one: the specification takes a run of figures as a whole or not at all.</summary>
    private static List<(int At, NumberPhrase Phrase)> Apart(TokenLine line, List<(int At, NumberPhrase Phrase)> numbers) =>
        [.. numbers.Where((number, index) => !(Touches(line, numbers, index) || Touches(line, numbers, index + 1)))];

    private static bool Touches(TokenLine line, List<(int At, NumberPhrase Phrase)> numbers, int index) =>
        index > 0 && index < numbers.Count && numbers[index].At == numbers[index - 1].Phrase.End && line.Joined(numbers[index].At);

    /// <summary>"3 hundred and 21", "2 million 300 thousand": a figure with its round takes the smaller whole number behind it; what stands so together has no form of its own.</summary>
    private static IEnumerable<(int At, NumberPhrase Phrase)> Merge(TokenLine line, List<(int At, NumberPhrase Phrase)> numbers)
    {
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && Together(line, numbers[last], numbers[last + 1]))
            {
                last++;
            }

            foreach (var number in last == first ? [numbers[first]] : Sums(numbers, first, last))
            {
                yield return number;
            }

            first = last + 1;
        }
    }

    private static bool Together(TokenLine line, (int At, NumberPhrase Phrase) great, (int At, NumberPhrase Phrase) small)
    {
        var rounded = line[great.At].IsDigits && great.Phrase.End == great.At + 2 && NumberWords.Rounds.ContainsKey(line[great.At + 1].Text);
        var next = line.Is(great.Phrase.End, "and") ? great.Phrase.End + 1 : great.Phrase.End;
        return rounded && small.At == next && !(line.JoinedIs(small.At + 1, ".") && line.JoinedDigits(small.At + 2)) && great.Phrase.Form == NumberForm.Integer && small.Phrase.Form == NumberForm.Integer;
    }

    private static IEnumerable<(int At, NumberPhrase Phrase)> Sums(List<(int At, NumberPhrase Phrase)> numbers, int first, int last)
    {
        var (start, sum) = (first, 0d);
        for (var at = first; at <= last; at++)
        {
            sum += numbers[at].Phrase.Value;
            if (at == last || !Fits(numbers[at].Phrase.Value, numbers[at + 1].Phrase.Value))
            {
                yield return (numbers[start].At, new NumberPhrase(numbers[at].Phrase.End, sum, NumberForm.Mixed));
                (start, sum) = (at + 1, 0);
            }
        }
    }

    private static bool Fits(double great, double small) => small > 0 && great > small && NumberReader.Print(great).Length > NumberReader.Print(small).Length;

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
