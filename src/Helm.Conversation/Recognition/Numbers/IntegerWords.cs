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

    /// <summary>"three dozen", "forty five dozens": the dozen multiplies like a round.</summary>
    public static NumberPhrase? ReadDozens(TokenLine line, int at) =>
        ReadWords(line, at) is { Words: { } words, End: var end } && NumberWords.Dozens.Contains(line[end].Text)
            ? new NumberPhrase(end + 1, WordValue.Of([.. words, line[end].Text]), NumberForm.Integer)
            : null;

    private static NumberPhrase? ReadGroups(TokenLine line, int at) =>
        ReadWords(line, at) is { Words: { } words, End: var end } ? new NumberPhrase(end, WordValue.Of(words), NumberForm.Integer) : null;

    private static (List<string> Words, int End)? ReadWords(TokenLine line, int start)
    {
        var words = new List<string>();
        var at = start;
        while (at - start < Longest)
        {
            var round = words.Count > 0 && NumberWords.Rounds.ContainsKey(words[^1]);
            if ((words.Count > 0 && !round) || ReadGroup(line, line.Is(at, "and") && round ? at + 1 : at, words) is not { } end)
            {
                break;
            }

            at = end;
        }

        return at == start ? null : (words, at);
    }

    /// <summary>A small number or an article, with the rounds behind it: "two hundred thousand", "a million".</summary>
    private static int? ReadGroup(TokenLine line, int at, List<string> words)
    {
        var article = NumberWords.IsArticle(line[at].Text) && NumberWords.Rounds.ContainsKey(line[at + 1].Text);
        if ((article ? at + 1 : ReadSmall(line, at)?.End) is not { } end)
        {
            return null;
        }

        for (; at < end; at++)
        {
            words.Add(line[at].Text);
        }

        while (NumberWords.Rounds.ContainsKey(line[Dashed(line, at)].Text) && words.Count < Longest)
        {
            words.Add(line[Dashed(line, at)].Text);
            at = Dashed(line, at) + 1;
        }

        return at;
    }

    private static int Dashed(TokenLine line, int at) => line.JoinedIs(at, "-") && line.Joined(at + 1) ? at + 1 : at;
}
