using System.Globalization;

namespace Helm.Operations.Expressions;

/// <summary>Reads a condition from left to right: OR binds least, then AND, then NOT, then comparison.</summary>
internal sealed class ConditionParser
{
    private const int MostDeep = 50;

    private readonly IReadOnlyCollection<string> _names;
    private readonly List<Token> _tokens;
    private readonly List<Comparison> _comparisons = [];
    private int _at;
    private int _depth;

    public ConditionParser(string text, IReadOnlyCollection<string> names) => (_names, _tokens) = (names, Tokens.Of(text));

    public IReadOnlyList<Comparison> Comparisons => _comparisons;

    private Token Next => _tokens[_at];

    public Node Read()
    {
        var root = Or();
        return Next.Kind == TokenKind.End ? root : throw Wrong("AND, OR or the end");
    }

    private Node Or()
    {
        var left = And();
        while (Took("OR"))
        {
            left = new Node.Either(left, And());
        }

        return left;
    }

    private Node And()
    {
        var left = Not();
        while (Took("AND"))
        {
            left = new Node.Both(left, Not());
        }

        return left;
    }

    private Node Not()
    {
        if (++_depth > MostDeep)
        {
            throw new ConditionException($"Too deep at column {Next.Column}: at most {MostDeep} levels.", Next.Column);
        }

        var node = Took("NOT") ? new Node.Not(Not()) : Compared();
        _depth--;
        return node;
    }

    private Node Compared()
    {
        if (Next.Kind == TokenKind.Open)
        {
            _at++;
            var inner = Or();
            if (Next.Kind != TokenKind.Close)
            {
                throw Wrong("a closing parenthesis");
            }

            _at++;
            return inner;
        }

        var left = Operand();
        if (Next.Kind != TokenKind.Sign)
        {
            return left;
        }

        var sign = _tokens[_at++].Text;
        var right = Operand();
        if ((left, right) is (Node.Name name, Node.Literal literal))
        {
            _comparisons.Add(new(name.Path, sign, literal.Value));
        }

        return new Node.Compared(left, sign, right);
    }

    private Node Operand()
    {
        var token = Next;
        var node = token.Kind switch
        {
            TokenKind.Text => (Node)new Node.Literal(token.Text),
            TokenKind.Number => new Node.Literal(decimal.Parse(token.Text, CultureInfo.InvariantCulture)),
            TokenKind.Word => Word(token),
            _ => null,
        };
        if (node is null)
        {
            throw Wrong("a name, a string or a number");
        }

        _at++;
        return node;
    }

    private Node Word(Token token) => token.Text switch
    {
        "true" => new Node.Literal(true),
        "false" => new Node.Literal(false),
        "null" => new Node.Literal(null),
        "AND" or "OR" or "NOT" => throw Wrong("a name, a string or a number"),
        var name when _names.Contains(name) => new Node.Name(name),
        var name => throw new ConditionException(
            $"There is no name '{name}' (column {token.Column}). Names: {string.Join(", ", _names)}.", token.Column),
    };

    private bool Took(string keyword)
    {
        var taken = Next.Kind == TokenKind.Word && Next.Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);
        _at += taken ? 1 : 0;
        return taken;
    }

    private ConditionException Wrong(string expected)
    {
        var found = Next.Kind == TokenKind.End ? "the condition ends" : $"there is '{Next.Text}'";
        return new($"Expected {expected} at column {Next.Column}, but {found}.", Next.Column);
    }
}
