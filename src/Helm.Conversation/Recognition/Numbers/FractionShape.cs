namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Which chains of words are a fraction at all: at most one whole number, a numerator, and the part that ends the chain.</summary>
internal static class FractionShape
{
    public static bool Fits(List<string> words) => Many(words[^1]) ? FitsMany(words) : FitsOne(words);

    private static bool IsFigures(string word) => char.IsAsciiDigit(word[0]);

    /// <summary>"two thirds", "five and two thirds", "two twenty firsts".</summary>
    private static bool FitsMany(List<string> words)
    {
        for (var bottom = IsFigures(words[0]) ? words.Count : 1; bottom < words.Count; bottom++)
        {
            if (IsPart(words, bottom) && IsNumbers(words, bottom))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNumbers(List<string> words, int end)
    {
        if (IsWhole(words, 0, end))
        {
            return true;
        }

        for (var top = 1; top < end; top++)
        {
            if (IsWhole(words, 0, top) && IsWhole(words, words[top] == "and" ? top + 1 : top, end))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a third", "five and a half", "one twenty-first".</summary>
    private static bool FitsOne(List<string> words)
    {
        for (var bottom = 1; bottom < words.Count; bottom++)
        {
            var top = bottom - 1;
            var whole = top > 0 && words[top - 1] == "and" ? top - 1 : top;
            var one = words[top] == "one" || NumberWords.IsArticle(words[top]);
            if (one && IsPart(words, bottom) && (top == 0 || IsWhole(words, 0, whole)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A whole number of which nothing is left over.</summary>
    private static bool IsWhole(List<string> words, int from, int to)
    {
        for (var at = from; at < to;)
        {
            var head = Head(words, at, to);
            var end = head;
            while (head > at && end < to && NumberWords.Rounds.ContainsKey(words[end]))
            {
                end++;
            }

            if (end == to)
            {
                return end > head || (head > at && !NumberWords.IsArticle(words[at]));
            }

            if (end == head)
            {
                return false;
            }

            at = words[end] == "and" ? end + 1 : end;
        }

        return false;
    }

    private static int Head(List<string> words, int at, int to)
    {
        if (NumberWords.Tens.ContainsKey(words[at]))
        {
            var next = at + 1 < to && words[at + 1] == "and" ? at + 2 : at + 1;
            return next < to && NumberWords.Units.ContainsKey(words[next]) ? next + 1 : at + 1;
        }

        return (at == 0 && IsFigures(words[0])) || NumberWords.IsArticle(words[at]) || WordValue.One(words[at]) is > 0 and < 100 ? at + 1 : at;
    }

    /// <summary>"fifths", "twenty fifths", "hundred fifths" with a number before it, "six hundredths".</summary>
    private static bool IsPart(List<string> words, int from)
    {
        var last = words.Count - 1;
        if (from == last)
        {
            return true;
        }

        if (words[last] is "half" or "halves" or "halfs" or "quarter" or "quarters")
        {
            return false;
        }

        var ten = WordValue.One(words[last]) < 100 && NumberWords.Tens.ContainsKey(words[last - 1]) ? last - 1 : last;
        return ten == from || (WordValue.One(words[last]) >= 100 ? IsWhole(words, from, last) : EndsRound(words, from, ten));
    }

    private static bool EndsRound(List<string> words, int from, int to)
    {
        var end = words[to - 1] == "and" ? to - 1 : to;
        return end > from && NumberWords.Rounds.ContainsKey(words[end - 1]) && IsWhole(words, from, end);
    }

    public static bool Many(string word) => word.EndsWith('s') || word is "halves";
}
