using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>
/// Reads a fraction said in words: "three quarters", "one and a half", "twenty-one fifths", "one over three".
/// Words alone do not say where the numerator ends ("three twenty firsts" is 3/21, "twenty one fifths" 21/5);
/// the rule is that of Microsoft's specification: the denominator takes what composes with it, read from the end.
/// </summary>
internal static class FractionWords
{
    private const int Longest = 32;

    public static NumberPhrase? Read(TokenLine line, int at) =>
        Over(line, at) ?? HalfOf(line, at) ?? QuarterOf(line, at) ?? Parts(line, at);

    /// <summary>"quarter of a million", "quarter million".</summary>
    private static NumberPhrase? QuarterOf(TokenLine line, int at)
    {
        var round = line.Is(at + 1, "of") && NumberWords.IsArticle(line[at + 2].Text) ? at + 3 : at + 1;
        return line.Is(at, "quarter") && NumberWords.Rounds.TryGetValue(line[round].Text, out var value)
            ? new NumberPhrase(round + 1, value / 4, NumberForm.Fraction)
            : null;
    }


    /// <summary>"one over three", "1 in twenty-one", "1 out of 8": with "in" and "out of" only a part of a whole counts.</summary>
    private static NumberPhrase? Over(TokenLine line, int at)
    {
        if (Whole(line, at) is not { } top)
        {
            return null;
        }

        var over = line.Is(top.End, "over");
        if (BottomAt(line, top.End) is not { } from || Whole(line, from) is not { Value: not 0 } bottom)
        {
            return null;
        }

        return over || Comparable(top.Value) <= Comparable(bottom.Value) ? new NumberPhrase(bottom.End, top.Value / bottom.Value, NumberForm.Fraction) : null;
    }

    /// <summary>The specification compares both as 32-bit numbers, and what is greater counts as nothing.</summary>
    private static double Comparable(double value) => value > int.MaxValue ? 0 : value;

    private static int? BottomAt(TokenLine line, int at) => line[at].Text switch
    {
        "over" or "in" => at + 1,
        "out" when line.Is(at + 1, "of") => at + 2,
        _ => null,
    };

    private static NumberPhrase? Whole(TokenLine line, int at) =>
        line[at].IsDigits ? Solid(line, at) : IntegerWords.Read(line, at);

    /// <summary>Figures without groups and without a fraction, on their own.</summary>
    private static NumberPhrase? Solid(TokenLine line, int at)
    {
        var touched = line.Joined(at) && (line[at - 1].IsWord || line[at - 1].Text is "." or ",");
        return !touched && Figures.Read(line, at) is { Form: NumberForm.Integer } figures && figures.End == at + 1 ? figures : null;
    }

    /// <summary>"half million", "half a dozen", "half".</summary>
    private static NumberPhrase? HalfOf(TokenLine line, int at)
    {
        if (!line.Is(at, "half"))
        {
            return null;
        }

        var next = NumberWords.IsArticle(line[at + 1].Text) ? at + 2 : at + 1;
        if (line.Is(next, "dozen") && next > at + 1)
        {
            return new NumberPhrase(next + 1, 6, NumberForm.Integer);
        }

        return NumberWords.Rounds.TryGetValue(line[next].Text, out var round)
            ? new NumberPhrase(next + 1, round / 2, NumberForm.Fraction)
            : new NumberPhrase(at + 1, 0.5, NumberForm.Fraction);
    }

    private static NumberPhrase? Parts(TokenLine line, int start)
    {
        var words = Words(line, start, out var end);
        if (words.Count < 2 || words[0] == "and" || !NumberWords.Parts.ContainsKey(words[^1]) || Timely(words) || !FractionShape.Fits(words))
        {
            return null;
        }

        var next = RoundAt(line, end, words[^1]);
        return NumberWords.Rounds.TryGetValue(line[next].Text, out var round)
            ? new NumberPhrase(next + 1, Value(new Multiplier(words, round, Whole(words, line[next].Text))), NumberForm.Fraction)
            : new NumberPhrase(end, Value(Inner(words)), NumberForm.Fraction);
    }

    /// <summary>Where a round may stand behind the part: "two thirds of a million", "a half a million", "three halves million".</summary>
    private static int RoundAt(TokenLine line, int end, string part)
    {
        var of = line.Is(end, "of") ? end + 1 : end;
        var half = part is "half" or "quarter";
        if (!half && !FractionShape.Many(part))
        {
            return -1;
        }

        return NumberWords.IsArticle(line[of].Text) && (of > end || half) ? of + 1 : of == end ? end : -1;
    }

    /// <summary>"five and a half million" multiplies both; in "one billion and a half million" and "five and a half thousand" only the half.</summary>
    private static bool Whole(List<string> words, string round) =>
        Great(round) && Simple(words) && words.Count > 3 && !NumberWords.Rounds.ContainsKey(words[^4]);

    /// <summary>"one million and a half" is half a million more; the round is taken out of the words, with an article before it.</summary>
    private static Multiplier Inner(List<string> words)
    {
        if (!Simple(words) || words.Count < 4 || !Great(words[^4]))
        {
            return new Multiplier(words, 1, false);
        }

        var article = words.Count > 4 && NumberWords.IsArticle(words[^5]) ? 1 : 0;
        List<string> rest = [.. words[..^(4 + article)], .. words[^3..]];
        return new Multiplier(rest, NumberWords.Rounds[words[^4]], true);
    }

    private static bool Great(string round) => NumberWords.Rounds.TryGetValue(round, out var value) && value is 1e6 or 1e9 or 1e12;

    /// <summary>Ends with "and a half", "and two thirds", up to tenths.</summary>
    private static bool Simple(List<string> words) =>
        words.Count > 2 && words[^3] == "and" && (NumberWords.IsArticle(words[^2]) || NumberWords.Units.ContainsKey(words[^2])) && WordValue.One(words[^1]) <= 10;

    private static double Value(Multiplier multiplied)
    {
        var (words, factor, both) = multiplied;
        var split = Denominator(words);
        var bottom = WordValue.Of(words[split..]);
        var and = words.LastIndexOf("and", split - 1);
        if (and >= 0 && and < split - 1 && WordValue.Of(words[(and + 1)..split]) is var top && top < bottom)
        {
            var whole = WordValue.Of(words[..and]);
            return both ? (whole + (top / bottom)) * factor : whole + (factor * top / bottom);
        }

        return factor * WordValue.Of(words[..split]) / bottom;
    }

    /// <summary>"a second" and "two seconds" are times, "first" is a place; only a ten before them makes a part ("three twenty firsts").</summary>
    private static bool Timely(List<string> words) =>
        words[^1] is "first" or "second" || (words[^1] is "firsts" or "seconds" && !NumberWords.Tens.ContainsKey(words[^2]));

    private static List<string> Words(TokenLine line, int start, out int end)
    {
        var words = new List<string>();
        end = start;
        if (line[start].IsDigits && Figures.Read(line, start) is { Form: NumberForm.Integer } && !line.Joined(start + 1) && NumberWords.Rounds.ContainsKey(line[start + 1].Text))
        {
            words.Add(line[start].Text);
            start++;
        }

        for (var at = start; at - start < Longest && Word(line, ref at) is { } word; at++)
        {
            words.Add(word);
            end = at + 1;
            if (NumberWords.Parts.ContainsKey(word))
            {
                break;
            }

            at += line.Is(at + 1, "-") ? 1 : 0;
        }

        return words;
    }

    /// <summary>One word of a fraction; a hyphened number below a hundred is one word, and a hyphen before a part is none.</summary>
    private static string? Word(TokenLine line, ref int at)
    {
        var word = line[at].Text;
        if (NumberWords.Tens.ContainsKey(word) && line.Is(at + 1, "-") && NumberWords.Units.ContainsKey(line[at + 2].Text))
        {
            word += " " + line[at + 2].Text;
            at += 2;
            return word;
        }

        var known = word == "and" || NumberWords.IsArticle(word) || NumberWords.Small(word) is not null;
        return known || NumberWords.Rounds.ContainsKey(word) || NumberWords.Parts.ContainsKey(word) ? word : null;
    }

    private static int Denominator(List<string> words)
    {
        var (current, round) = (WordValue.One(words[^1]), 1d);
        if (current >= 100 && WordValue.One(words[^2]) is > 1 and < 100)
        {
            return words.Count - 1;
        }

        for (var at = words.Count - 2; at >= 0; at--)
        {
            if (words[at] == "and")
            {
                continue;
            }

            var previous = current;
            current = WordValue.One(words[at]);
            if (!Composes(previous, current, words[at + 1] == "and") || (previous < 100 && current < round))
            {
                return at + 1;
            }

            round = previous < 100 ? current : round;
            if (at == 0)
            {
                return FromFirst(words);
            }
        }

        return words.Count - 1;
    }

    /// <summary>Also what does not compose, where an "and" parts it: in "two and fifty-four hundredths" it is a whole and its part.</summary>
    private static bool Composes(double small, double great, bool parted)
    {
        if (small >= 100)
        {
            return small > great;
        }

        if (parted)
        {
            return true;
        }

        var step = small > 10 ? 100 : 10;
        return great >= step && great % step == 0;
    }

    /// <summary>All words compose: the numerator ends with its first round ("one hundred | thirty fifths").</summary>
    private static int FromFirst(List<string> words)
    {
        for (var at = 1; at <= words.Count - 2; at++)
        {
            if (WordValue.One(words[at]) >= 100 && words[at + 1] != "and" && WordValue.One(words[at + 1]) < 100)
            {
                return at + 1;
            }
        }

        return Math.Max(1, words.Count - 1);
    }

    private readonly record struct Multiplier(List<string> Words, double Factor, bool Both);
}
