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
        var sum = new GroupSum();
        var at = start;
        while (at - start < Longest)
        {
            var from = at > start && line.Is(at, "and") && sum.EndsRound ? at + 1 : at;
            if (ReadGroup(line, from, sum, at == start) is not { } end)
            {
                break;
            }

            at = end;
        }

        return at == start ? null : new NumberPhrase(at, sum.Total, NumberForm.Integer);
    }

    /// <summary>A small number with the rounds behind it: "two hundred thousand"; null where it would not fit below the group before.</summary>
    private static int? ReadGroup(TokenLine line, int at, GroupSum sum, bool first)
    {
        var article = first && NumberWords.IsArticle(line[at].Text) && NumberWords.Rounds.ContainsKey(line[at + 1].Text);
        var bare = first && NumberWords.Rounds.ContainsKey(line[at].Text) && !line[at].Text.EndsWith('s');
        var small = article || bare ? new NumberPhrase(article ? at + 1 : at, 1, NumberForm.Integer) : ReadSmall(line, at);
        if (small is not { } head)
        {
            return null;
        }

        var end = Rounds(line, head.End, head.Value, out var value, out var last);
        return sum.Add(value, last) ? end : null;
    }

    private static int Rounds(TokenLine line, int at, double small, out double value, out double last)
    {
        (value, last) = (small, 1);
        while (NumberWords.Rounds.TryGetValue(line[Dashed(line, at)].Text, out var round) && value < 1e30)
        {
            (value, last, at) = (value * round, round, Dashed(line, at) + 1);
        }

        return at;
    }

    private static int Dashed(TokenLine line, int at) => line.JoinedIs(at, "-") && line.Joined(at + 1) ? at + 1 : at;

    /// <summary>Adds groups from great to small: in "two million three hundred thousand and five" each fits below the one before.</summary>
    private sealed class GroupSum
    {
        private double _below = double.MaxValue;
        private double _open;

        public double Total { get; private set; }

        public bool EndsRound { get; private set; }

        public bool Add(double value, double last)
        {
            // "one hundred and twenty thousand": the hundred was open, and thousand multiplies both.
            if (_open > 0 && last > 100 && value / last < 100)
            {
                Total += (_open * (last - 1)) + value;
                (_open, _below, EndsRound) = (0, last, true);
                return true;
            }

            if (value >= _below)
            {
                return false;
            }

            Total += value;
            _open = last == 100 ? value : 0;
            (_below, EndsRound) = (last, last > 1);
            return true;
        }
    }
}
