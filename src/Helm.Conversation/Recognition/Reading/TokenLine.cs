using System.Text;

namespace Helm.Conversation.Recognition.Reading;

/// <summary>A line of text cut into tokens in one pass; reading beyond either end gives an empty token, so grammars need no bounds checks.</summary>
internal sealed class TokenLine
{
    private static readonly Token Nothing = new("", -1, -1, TokenKind.Symbol);
    private readonly List<Token> _tokens = [];

    public TokenLine(string source)
    {
        Source = source;
        Lower = Narrow(source.ToLowerInvariant());
        for (var at = 0; at < source.Length;)
        {
            at = Cut(at);
        }
    }

    public string Source { get; }

    public string Lower { get; }

    public int Count => _tokens.Count;

    public Token this[int index] => index >= 0 && index < _tokens.Count ? _tokens[index] : Nothing;

    /// <summary>Whether nothing stands between this token and the one before it.</summary>
    public bool Joined(int index) => index > 0 && index < Count && _tokens[index].Start == _tokens[index - 1].End;

    public bool Is(int index, string text) => this[index].Text == text;

    public bool JoinedIs(int index, string text) => Is(index, text) && Joined(index);

    public bool JoinedDigits(int index) => this[index].IsDigits && Joined(index);

    /// <summary>The lower-case text from the first token to before the last one.</summary>
    public string TextOf(int from, int to) => Lower[this[from].Start..this[to - 1].End];

    public Recognised Found(int from, int to, string type, IReadOnlyDictionary<string, object?> resolution) =>
        new(TextOf(from, to), this[from].Start, this[to - 1].End - 1, type, resolution);

    /// <summary>Full-width letters, figures and signs count as the plain ones.</summary>
    private static string Narrow(string text) => text.AsSpan().ContainsAnyInRange('\uff01', '\uff5e') || text.Contains('\u3000', StringComparison.Ordinal)
        ? string.Create(text.Length, text, static (narrow, wide) =>
        {
            for (var at = 0; at < wide.Length; at++)
            {
                narrow[at] = wide[at] switch { >= '\uff01' and <= '\uff5e' => (char)(wide[at] - 0xfee0), '\u3000' => ' ', _ => wide[at] };
            }
        })
        : text;

    private int Cut(int at)
    {
        if (char.IsWhiteSpace(Source[at]))
        {
            return at + 1;
        }

        var kind = KindAt(at, out var length);
        var end = at + length;
        while (kind != TokenKind.Symbol && end < Source.Length && KindAt(end, out length) == kind)
        {
            end += length;
        }

        _tokens.Add(new Token(Lower[at..end], at, end, kind));
        return end;
    }

    private TokenKind KindAt(int at, out int length)
    {
        if (char.IsAsciiDigit(Lower[at]))
        {
            length = 1;
            return TokenKind.Digits;
        }

        _ = Rune.DecodeFromUtf16(Lower.AsSpan(at), out var rune, out length);
        return Rune.IsLetter(rune) ? TokenKind.Word : TokenKind.Symbol;
    }
}
