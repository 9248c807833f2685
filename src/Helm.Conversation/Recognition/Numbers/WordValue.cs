using System.Globalization;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>What a chain of number words is worth, added up as the specification does: every round that no greater one follows multiplies what stands since the last such round.</summary>
internal static class WordValue
{
    /// <summary>The worth of words that a grammar has accepted; "and" and hyphens are passed over.</summary>
    public static double Of(IReadOnlyList<string> words)
    {
        var known = words.Where(word => word is not ("and" or "-")).ToList();
        return Sum(known, 0, known.Count);
    }

    /// <summary>One word, or a hyphened pair joined by a space.</summary>
    public static double One(string word)
    {
        if (word.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
        {
            return NumberWords.Tens[word[..space]] + NumberWords.Units[word[(space + 1)..]];
        }

        if (char.IsAsciiDigit(word[0]))
        {
            return double.Parse(word, CultureInfo.InvariantCulture);
        }

        return NumberWords.IsArticle(word) ? 1 : NumberWords.Small(word) ?? Round(word) ?? NumberWords.Parts.GetValueOrDefault(word);
    }

    private static double Sum(List<string> words, int from, int to)
    {
        var ends = Ends(words, from, to);
        if (ends.Count == 0)
        {
            return Plain(words, from, to);
        }

        var (total, start) = (0d, from);
        foreach (var at in ends)
        {
            total += Round(words[at])!.Value * (at == from ? 1 : Sum(words, start, at));
            start = at + 1;
        }

        return total + Sum(words, start, to);
    }

    private static List<int> Ends(List<string> words, int from, int to)
    {
        var (ends, greatest) = (new List<int>(), 1d);
        for (var at = to - 1; at >= from; at--)
        {
            if (Round(words[at]) is { } round && round >= greatest)
            {
                ends.Insert(0, at);
                greatest = round;
            }
        }

        return ends;
    }

    /// <summary>Words without a round are added; a place multiplies what is smaller than itself.</summary>
    private static double Plain(List<string> words, int from, int to)
    {
        var total = 0d;
        for (var at = from; at < to; at++)
        {
            var value = One(words[at]);
            var place = NumberWords.Small(words[at]) is null && NumberWords.Parts.ContainsKey(words[at]);
            total = place && total > 0 && total < value ? total * value : total + value;
        }

        return total;
    }

    /// <summary>Hundreds, thousandths and dozens are rounds all the same.</summary>
    private static double? Round(string word) =>
        NumberWords.Rounds.TryGetValue(word, out var round) ? round
        : NumberWords.Dozens.Contains(word) ? 12
        : NumberWords.Parts.TryGetValue(word, out var part) && part >= 100 ? part
        : null;
}
