namespace Helm.Operations.Investigation.LogPatterns;

/// <summary>Rewrites a log line so that what varies by nature is one sign: numbers, addresses, ids, paths, sizes, durations.</summary>
/// <remarks>
/// One pass over the characters and no regular expression, because this is the cost of every line. A token ends at white
/// space, a piece of it at one of <c>= : , ; ( ) [ ] { } &lt; &gt; " ' | # ? ! &amp;</c>. Neighbouring signs become one, so that
/// <c>10.0.0.1:80</c> equals <c>10.0.0.1</c>, and a list of three equals a list of four.
/// </remarks>
internal ref struct LineMask(ReadOnlySpan<char> line, Span<char> masked)
{
    /// <summary>Stands for what varies; a character that text does not have.</summary>
    public const char Sign = '\u0001';

    /// <summary>Longer lines are cut: what distinguishes a template comes early, and a stack dump is not a template.</summary>
    public const int LongestLine = 2000;

    private readonly ReadOnlySpan<char> _line = line.Length > LongestLine ? line[..LongestLine] : line;
    private readonly Span<char> _out = masked;
    private int _at;
    private int _length;

    /// <summary>The masked text: tokens with one space between them.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> line, Span<char> buffer)
    {
        var mask = new LineMask(line, buffer);
        return mask.Run();
    }

    private ReadOnlySpan<char> Run()
    {
        while (_at < _line.Length)
        {
            var letter = _line[_at];
            if (char.IsWhiteSpace(letter))
            {
                _at++;
                Space();
            }
            else if (CharClass.IsSeparator(letter))
            {
                Separator(letter);
            }
            else
            {
                Piece();
            }
        }

        return _out[..(_length > 0 && _out[_length - 1] == ' ' ? _length - 1 : _length)];
    }

    private void Space()
    {
        if (_length > 0 && _out[_length - 1] != ' ')
        {
            _out[_length++] = ' ';
        }
    }

    private void Separator(char letter)
    {
        if (letter is '"' or '\'' && Quoted(letter))
        {
            return;
        }

        _at++;
        if (letter != '<' || _at >= _line.Length || !char.IsAsciiDigit(_line[_at]))
        {
            _out[_length++] = letter;
        }
    }

    /// <summary>Quoted text of several words is one value.</summary>
    private bool Quoted(char quote)
    {
        if (_length > 0 && char.IsAsciiLetterOrDigit(_out[_length - 1]))
        {
            return false;
        }

        var inner = _line[(_at + 1)..];
        var end = inner.IndexOf(quote);
        if (end < 1 || inner[..end].IndexOf(' ') < 0 || (end + 1 < inner.Length && char.IsAsciiLetter(inner[end + 1])))
        {
            return false;
        }

        _out[_length++] = quote;
        var verb = KnownWords.VerbOf(inner);
        inner[..verb].CopyTo(_out[_length..]);
        _length += verb;

        _out[_length++] = Sign;
        _out[_length++] = quote;
        _at += end + 2;
        return true;
    }

    private void Piece()
    {
        var start = _at;
        var looks = PieceLooks.None;
        while (_at < _line.Length && CharClass.InPiece(_line[_at]))
        {
            looks |= CharClass.Looks(_line[_at++]);
        }

        var piece = _line[start.._at];
        if (Varies(piece, looks))
        {
            Vary(piece);
        }
        else
        {
            piece.CopyTo(_out[_length..]);
            _length += piece.Length;
        }
    }

    private readonly bool Varies(ReadOnlySpan<char> piece, PieceLooks looks)
    {
        if ((looks & PieceLooks.Digit) != 0)
        {
            return !NamesCode(piece);
        }

        if ((looks & PieceLooks.Slash) != 0 && piece.Length > 1)
        {
            return (piece[0] is '/' or '\\' && char.IsAsciiLetter(piece[1])) || piece.Count('/') + piece.Count('\\') > 1;
        }

        return (piece.Length >= 8 && (looks & PieceLooks.NotHex) == 0)
            || (KnownWords.NamesDay(piece) && Dated())
            || KnownWords.AnnounceUser(_out[.._length]);
    }

    /// <summary>A day or a month is part of a date when a number, or a month with one, follows.</summary>
    private readonly bool Dated()
    {
        var rest = _line[_at..].TrimStart(" ,");
        if (rest.Length > 4 && KnownWords.NamesDay(rest[..3]))
        {
            rest = rest[3..].TrimStart(' ');
        }

        return rest.Length > 0 && char.IsAsciiDigit(rest[0]);
    }

    /// <summary><c>jk2_init()</c> is the name of code, not a value.</summary>
    private readonly bool NamesCode(ReadOnlySpan<char> piece) =>
        _at + 1 < _line.Length && _line[_at] == '(' && _line[_at + 1] == ')' && char.IsAsciiLetter(piece[0]);

    private void Vary(ReadOnlySpan<char> piece)
    {
        if (!JoinsBefore())
        {
            _out[_length++] = Sign;
        }

        SkipRepetition();
        if (Units.Follow(_line[_at..], piece) is var unit and > 0)
        {
            _at += unit;
        }
        else if (piece[^1] == '.')
        {
            _out[_length++] = '.';
        }
    }

    /// <summary>An address with its name, or none, in brackets after it: <c>10.0.0.1 (a.example)</c>, <c>10.0.0.1 ()</c>.</summary>
    private void SkipRepetition()
    {
        var rest = _line[_at..];
        if (rest.Length < 3 || rest[0] != ' ' || rest[1] != '(')
        {
            return;
        }

        var end = rest.IndexOf(')');
        if (end == 2 || (end > 2 && rest[2..end].IndexOf('.') > 0 && rest[2..end].IndexOfAnyExceptInRange('!', '~') < 0))
        {
            _at += end + 1;
        }
    }

    /// <summary>Signs with nothing but joints between them are one: an address with its port, a list of numbers.</summary>
    private bool JoinsBefore()
    {
        var back = _length;
        while (back > 0 && CharClass.IsJoint(_out[back - 1]))
        {
            back--;
        }

        if (back == 0 || _out[back - 1] != Sign)
        {
            return false;
        }

        _length = back;
        return true;
    }
}
