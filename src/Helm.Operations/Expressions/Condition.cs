namespace Helm.Operations.Expressions;

/// <summary>A condition of a rule: <c>severity == 'critical' AND impact.slo_breach == true</c>.</summary>
/// <remarks>
/// AND, OR, NOT, parentheses, comparison, dotted names, strings in single or double quotes, numbers, true, false, null.
/// A string that is compared with a length of time is a duration: <c>timeframe &lt; '24h'</c>. Text is compared without regard
/// to case. What was not measured is null: equal to null only, and neither more nor less than anything.
/// </remarks>
public sealed class Condition
{
    private readonly Node _root;

    private Condition(string text, Node root, IReadOnlyList<Comparison> comparisons) =>
        (Text, _root, Comparisons) = (text, root, comparisons);

    public string Text { get; }

    /// <summary>Every comparison with a literal, as <c>name operator value</c>.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; }

    /// <summary>Reads a condition; names that are not among the known ones are refused.</summary>
    /// <exception cref="ConditionException">It is not a condition; the message says what is wrong and at which column.</exception>
    public static Condition Parse(string text, IReadOnlyCollection<string> names)
    {
        var parser = new ConditionParser(text, names);
        return new(text, parser.Read(), parser.Comparisons);
    }

    public bool Holds(Func<string, object?> facts) => _root.Evaluate(facts) is true;

    public override string ToString() => Text;
}

/// <summary>A comparison of a name with a literal.</summary>
public sealed record Comparison(string Name, string Operator, object? Value);

/// <summary>A condition that cannot be read.</summary>
public sealed class ConditionException(string message, int column) : Exception(message)
{
    /// <summary>From one.</summary>
    public int Column { get; } = column;
}

/// <summary>A part of a condition.</summary>
internal abstract record Node
{
    public abstract object? Evaluate(Func<string, object?> facts);

    public sealed record Literal(object? Value) : Node
    {
        public override object? Evaluate(Func<string, object?> facts) => Value;
    }

    public sealed record Name(string Path) : Node
    {
        public override object? Evaluate(Func<string, object?> facts) => facts(Path);
    }

    public sealed record Not(Node Inner) : Node
    {
        public override object? Evaluate(Func<string, object?> facts) => Inner.Evaluate(facts) is not true;
    }

    public sealed record Both(Node Left, Node Right) : Node
    {
        public override object? Evaluate(Func<string, object?> facts) => Left.Evaluate(facts) is true && Right.Evaluate(facts) is true;
    }

    public sealed record Either(Node Left, Node Right) : Node
    {
        public override object? Evaluate(Func<string, object?> facts) => Left.Evaluate(facts) is true || Right.Evaluate(facts) is true;
    }

    public sealed record Compared(Node Left, string Operator, Node Right) : Node
    {
        public override object? Evaluate(Func<string, object?> facts) =>
            Values.Compare(Left.Evaluate(facts), Operator, Right.Evaluate(facts));
    }
}
