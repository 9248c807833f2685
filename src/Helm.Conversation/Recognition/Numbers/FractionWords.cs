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

        return over || top.Value < bottom.Value ? new NumberPhrase(bottom.End, top.Value / bottom.Value, NumberForm.Fraction) : null;
    }

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
        if (words.Count < 2 || words[0] == "and" || !NumberWords.Parts.ContainsKey(words[^1]) || Timely(words))
        {
            return words.Count >= 2 ? null : FiguresAndPart(line, start);
        }

        var split = Denominator(words);
        if (!Numerator(words, split))
        {
            return FiguresAndPart(line, start);
        }

        var bottom = Value(words[split..]);
        var (whole, top) = Mixed(words[..split], bottom);
        return Raised(line, end, whole, top / bottom, Article(words, split)) ?? FiguresAndPart(line, start);
    }

    /// <summary>One part is "a third" or "one third", many are "two thirds"; "two third" and "thousand thirds" are none.</summary>
    private static bool Numerator(List<string> words, int split)
    {
        var many = words[^1].EndsWith('s') || words[^1] is "halves";
        return many ? !NumberWords.Rounds.ContainsKey(words[0]) : split > 0 && (words[split - 1] is "one" || NumberWords.IsArticle(words[split - 1]));
    }

    /// <summary>"a second" and "two seconds" are times, "first" is a place; only a ten before them makes a part ("three twenty firsts").</summary>
    private static bool Timely(List<string> words) =>
        words[^1] is "first" or "second" || (words[^1] is "firsts" or "seconds" && !NumberWords.Tens.ContainsKey(words[^2]));

    /// <summary>"3 million and a quarter", "5 and a half".</summary>
    private static NumberPhrase? FiguresAndPart(TokenLine line, int at)
    {
        if (Figures.Read(line, at) is not { Form: NumberForm.Integer } whole || !line.Is(whole.End, "and") || !NumberWords.Rounds.ContainsKey(line[whole.End - 1].Text))
        {
            return null;
        }

        var part = line[whole.End + 2].Text;
        return NumberWords.IsArticle(line[whole.End + 1].Text) && part is not ("second" or "first") && NumberWords.Parts.TryGetValue(part, out var bottom)
            ? Raised(line, whole.End + 3, whole.Value, 1 / bottom, true)
            : null;
    }

    /// <summary>"five and a half million" raises both; in "one billion and a half million" only the half; "one million and a half" is half a million more.</summary>
    private static NumberPhrase? Raised(TokenLine line, int end, double whole, double part, bool article)
    {
        var next = line.Is(end, "of") && NumberWords.IsArticle(line[end + 1].Text) ? end + 2 : end;
        if (NumberWords.Rounds.TryGetValue(line[next].Text, out var round))
        {
            var value = whole >= round ? whole + (part * round) : (whole + part) * round;
            return new NumberPhrase(next + 1, value, NumberForm.Fraction);
        }

        var share = article ? NumberWords.Rounds.Values.Where(each => each > 100 && each <= whole && whole % each == 0).DefaultIfEmpty(1).Max() : 1;
        return new NumberPhrase(end, whole + (part * share), NumberForm.Fraction);
    }

    private static bool Article(List<string> words, int split) => split >= 2 && NumberWords.IsArticle(words[split - 1]) && words[split - 2] == "and";

    private static List<string> Words(TokenLine line, int start, out int end)
    {
        var words = new List<string>();
        end = start;
        for (var at = start; at - start < Longest && Word(line, ref at) is { } word; at++)
        {
            words.Add(word);
            end = at + 1;
            if (NumberWords.Parts.ContainsKey(word))
            {
                break;
            }
        }

        return words;
    }

    /// <summary>One word of a fraction; a hyphened number below a hundred is one word, and a hyphen before a part is none.</summary>
    private static string? Word(TokenLine line, ref int at)
    {
        if (line.Is(at, "-"))
        {
            at++;
        }

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

    private static double One(string word)
    {
        var parts = word.Split(' ');
        return parts.Length == 2
            ? NumberWords.Tens[parts[0]] + NumberWords.Units[parts[1]]
            : NumberWords.IsArticle(word) ? 1 : NumberWords.Small(word) ?? Great(word);
    }

    private static double Great(string word) =>
        NumberWords.Rounds.TryGetValue(word, out var value) || NumberWords.Parts.TryGetValue(word, out value) ? value : 0;

    private static int Denominator(List<string> words)
    {
        var (current, round) = (One(words[^1]), 1d);
        if (current >= 100 && One(words[^2]) is > 1 and < 100)
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
            current = One(words[at]);
            if (!Composes(previous, current) || (previous < 100 && current < round))
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

    private static bool Composes(double small, double great)
    {
        if (small >= 100)
        {
            return small > great;
        }

        var step = small > 10 ? 100 : 10;
        return great >= step && great % step == 0;
    }

    /// <summary>All words compose: the numerator ends with its first round ("one hundred | thirty fifths").</summary>
    private static int FromFirst(List<string> words)
    {
        for (var at = 1; at <= words.Count - 2; at++)
        {
            if (One(words[at]) >= 100 && words[at + 1] != "and" && One(words[at + 1]) < 100)
            {
                return at + 1;
            }
        }

        return Math.Max(1, words.Count - 1);
    }

    private static double Value(List<string> words)
    {
        var (total, group) = (0d, 0d);
        foreach (var value in words.Where(word => word != "and").Select(One))
        {
            if (value < 100)
            {
                group += value;
            }
            else if (value > total)
            {
                (total, group) = (Math.Max(1, total + group) * value, 0);
            }
            else
            {
                (total, group) = (total + (Math.Max(1, group) * value), 0);
            }
        }

        return total + group;
    }

    private static (double Whole, double Top) Mixed(List<string> words, double bottom)
    {
        var and = words.LastIndexOf("and");
        if (and > 0 && Value(words[(and + 1)..]) is var top && top < bottom)
        {
            return (Value(words[..and]), top);
        }

        return (0, Value(words));
    }
}
