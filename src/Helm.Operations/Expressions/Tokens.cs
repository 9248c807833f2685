namespace Helm.Operations.Expressions;

/// <summary>The kinds of words in a condition.</summary>
internal enum TokenKind
{
    Word,
    Text,
    Number,
    Sign,
    Open,
    Close,
    End,
}

/// <summary>One word of a condition.</summary>
/// <param name="Column">From one.</param>
internal sealed record Token(TokenKind Kind, string Text, int Column);

/// <summary>Takes a condition apart.</summary>
internal static class Tokens
{
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "<", ">"];

    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var (token, length) = One(text, at);
            tokens.Add(token);
            at += length;
        }

        tokens.Add(new(TokenKind.End, "", text.Length + 1));
        return tokens;
    }

    private static (Token Token, int Length) One(string text, int at)
    {
        var letter = text[at];
        if (Signs.FirstOrDefault(sign => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0) is { } found)
        {
            return (new(TokenKind.Sign, found, at + 1), found.Length);
        }

        return letter switch
        {
            '(' => (new(TokenKind.Open, "(", at + 1), 1),
            ')' => (new(TokenKind.Close, ")", at + 1), 1),
            '\'' or '"' => Quoted(text, at),
            '-' or (>= '0' and <= '9') => While(text, at, TokenKind.Number, one => char.IsAsciiDigit(one) || one is '.' or '-'),
            _ when char.IsAsciiLetter(letter) || letter == '_' =>
                While(text, at, TokenKind.Word, one => char.IsAsciiLetterOrDigit(one) || one is '_' or '.'),
            '=' => throw new ConditionException($"A single '=' at column {at + 1}; equality is written '=='.", at + 1),
            _ => throw new ConditionException($"'{letter}' at column {at + 1} means nothing in a condition.", at + 1),
        };
    }

    private static (Token, int) Quoted(string text, int at)
    {
        var end = text.IndexOf(text[at], at + 1);
        return end > at
            ? (new(TokenKind.Text, text[(at + 1)..end], at + 1), end - at + 1)
            : throw new ConditionException($"The string that begins at column {at + 1} does not end.", at + 1);
    }

    private static (Token, int) While(string text, int at, TokenKind kind, Func<char, bool> belongs)
    {
        var end = at + 1;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        var word = text[at..end];
        return kind == TokenKind.Number && !decimal.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? throw new ConditionException($"'{word}' at column {at + 1} is not a number.", at + 1)
            : (new(kind, word, at + 1), word.Length);
    }
}
