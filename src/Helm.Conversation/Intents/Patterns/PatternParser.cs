using System.Globalization;

namespace Helm.Conversation.Intents.Patterns;

/// <summary>
/// Reads <c>(show|list) [me] [the] {severity} issues [&lt;where&gt;]</c>. Square brackets are optional, bars choose,
/// braces are slots or assignments, angle brackets name a rule of <c>_rules.yaml</c>.
/// </summary>
internal sealed class PatternParser(string source, Func<string, PatternNode> rule)
{
    private const int DeepestNesting = 40;

    private int _at;
    private int _depth;

    public static PatternNode Parse(string source, Func<string, PatternNode> rule)
    {
        var parser = new PatternParser(source, rule);
        var node = parser.Alternatives();

        return parser._at == source.Length
            ? node
            : throw new PatternException($"'{source[parser._at]}' at column {parser._at + 1} closes nothing");
    }

    private PatternNode Alternatives()
    {
        if (++_depth > DeepestNesting)
        {
            throw new PatternException("brackets are nested too deeply");
        }

        var options = new List<PatternNode> { Sequence() };
        while (_at < source.Length && source[_at] == '|')
        {
            _at++;
            options.Add(Sequence());
        }

        _depth--;

        return options.Count == 1 ? options[0] : new PatternNode.Choice(options);
    }

    private PatternNode Sequence()
    {
        var parts = new List<PatternNode>();
        while (Next() is { } part)
        {
            parts.Add(part);
        }

        return parts.Count == 1 ? parts[0] : new PatternNode.Sequence(parts);
    }

    private PatternNode? Next()
    {
        while (_at < source.Length && source[_at] == ' ')
        {
            _at++;
        }

        return _at == source.Length ? null : source[_at] switch
        {
            '|' or ')' or ']' => null,
            '(' => Bracketed(')'),
            '[' => new PatternNode.Optional(Bracketed(']')),
            '{' => Slot(Until('}')),
            '<' => rule(Until('>')),
            _ => Word(),
        };
    }

    private PatternNode Bracketed(char close)
    {
        var open = _at++;
        var inner = Alternatives();
        if (_at == source.Length || source[_at] != close)
        {
            throw new PatternException($"the bracket at column {open + 1} is not closed by '{close}'");
        }

        _at++;

        return inner;
    }

    private string Until(char close)
    {
        var end = source.IndexOf(close, _at);
        if (end < 0)
        {
            throw new PatternException($"'{source[_at]}' at column {_at + 1} is not closed by '{close}'");
        }

        var inner = source[(_at + 1)..end].Trim();
        _at = end + 1;

        return inner;
    }

    private static PatternNode Slot(string inner)
    {
        if (inner.Split('=') is [var name, var value])
        {
            return new PatternNode.Assign(name, Literal(value));
        }

        var (slot, kind) = inner.Split(':') is [var before, var after] ? (before, after) : (inner, DefaultKind(inner));

        return SlotKinds.Symbol(kind) < 0
            ? new PatternNode.Slot(slot, kind)
            : throw new PatternException($"there is no kind of value called '{kind}'");
    }

    /// <summary>Most slots are named as their kind of value.</summary>
    private static string DefaultKind(string slot) =>
        slot switch
        {
            "top" or "count" => SlotKinds.Number,
            "query" => SlotKinds.Text,
            _ => slot,
        };

    public static object Literal(string value) =>
        value switch
        {
            "true" => true,
            "false" => false,
            _ => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : value,
        };

    private PatternNode.Word Word()
    {
        var start = _at;
        while (_at < source.Length && char.IsLetterOrDigit(source[_at]))
        {
            _at++;
        }

        return _at > start
            ? new PatternNode.Word(source[start.._at].ToLowerInvariant())
            : throw new PatternException($"'{source[_at]}' at column {_at + 1} has no meaning in a pattern");
    }
}

/// <summary>What is wrong with a pattern, without its place.</summary>
internal sealed class PatternException(string message) : Exception(message);
