using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Recognition.Numbers;

/// <summary>Reads a whole number said in words: "three lakh crore", "one hundred and sixteen", "fifty-two".</summary>
internal static class IntegerWords
{
    /// <summary>No number that a person says is longer; the bound keeps every reading linear.</summary>
    private const int Longest = 32;

    public static NumberPhrase? Read(TokenLine line, int at)
    {
        if (line[at] is { IsWord: true } word && NumberWords.Zeros.ContainsKey(word.Text))
        {
            return new NumberPhrase(at + 1, 0, NumberForm.Integer);
        }

        return ReadGroups(line, at);
    }

    /// <summary>A number below a hundred: "seven", "thirteen", "forty", "forty-two", "forty and two".</summary>
    public static NumberPhrase? ReadSmall(TokenLine line, int at)
    {
        var word = line[at].Text;
        if (NumberWords.Tens.TryGetValue(word, out var tens))
        {
            var next = AfterTens(line, at + 1);
            return NumberWords.Units.TryGetValue(line[next].Text, out var unit)
                ? new NumberPhrase(next + 1, tens + unit, NumberForm.Integer)
                : new NumberPhrase(at + 1, tens, NumberForm.Integer);
        }

        return NumberWords.Small(word) is { } small ? new NumberPhrase(at + 1, small, NumberForm.Integer) : null;
    }

    private static int AfterTens(TokenLine line, int at) => line.Is(at, "-") || line.Is(at, "and") ? at + 1 : at;

    private static NumberPhrase? ReadGroups(TokenLine line, int start)
    {
        var words = new List<(double Value, bool Round)>();
        var at = start;
        while (at - start < Longest)
        {
            var round = words.Count > 0 && words[^1].Round;
            if ((words.Count > 0 && !round) || ReadGroup(line, line.Is(at, "and") && round ? at + 1 : at, words) is not { } end)
            {
                break;
            }

            at = end;
        }

        return at == start ? null : new NumberPhrase(at, Sum(words, 0, words.Count), NumberForm.Integer);
    }

    /// <summary>A small number or an article, with the rounds behind it: "two hundred thousand", "a million".</summary>
    private static int? ReadGroup(TokenLine line, int at, List<(double Value, bool Round)> words)
    {
        var article = NumberWords.IsArticle(line[at].Text) && NumberWords.Rounds.ContainsKey(line[at + 1].Text);
        var small = article ? new NumberPhrase(at + 1, 1, NumberForm.Integer) : ReadSmall(line, at);
        if (small is not { } head)
        {
            return null;
        }

        words.Add((head.Value, false));
        at = head.End;
        while (NumberWords.Rounds.TryGetValue(line[Dashed(line, at)].Text, out var round) && words.Count < Longest)
        {
            words.Add((round, true));
            at = Dashed(line, at) + 1;
        }

        return at;
    }

    private static int Dashed(TokenLine line, int at) => line.JoinedIs(at, "-") && line.Joined(at + 1) ? at + 1 : at;

    /// <summary>Every round that no greater one follows multiplies what stands since the last such round: "three lakh crore", "one hundred and twenty thousand".</summary>
    private static double Sum(List<(double Value, bool Round)> words, int from, int to)
    {
        var (total, start) = (0d, from);
        for (var at = from; at < to; at++)
        {
            if (words[at].Round && !Topped(words, at, to))
            {
                total += words[at].Value * (at == start ? 1 : Sum(words, start, at));
                start = at + 1;
            }
        }

        for (var at = start; at < to; at++)
        {
            total += words[at].Value;
        }

        return total;
    }

    private static bool Topped(List<(double Value, bool Round)> words, int at, int to)
    {
        for (var later = at + 1; later < to; later++)
        {
            if (words[later].Round && words[later].Value > words[at].Value)
            {
                return true;
            }
        }

        return false;
    }
}
