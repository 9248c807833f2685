using System.Text.RegularExpressions;

namespace Helm.PracticeCloud.Logs;

/// <summary>A condition of <c>filter</c>: comparisons joined by and, or and not, with parentheses.</summary>
internal sealed partial class InsightsCondition
{
    private readonly string _text;
    private readonly string[] _tokens;
    private int _at;

    private InsightsCondition(string text)
    {
        _text = text;
        _tokens = [.. Token().Matches(text).Select(match => match.Value)];
    }

    public static Predicate<InsightsRow> Parse(string text)
    {
        var condition = new InsightsCondition(text);
        var parsed = condition.Either();
        return condition._at == condition._tokens.Length ? parsed : throw condition.Unexpected();
    }

    private Predicate<InsightsRow> Either()
    {
        var left = Both();
        while (Takes("or"))
        {
            var (first, second) = (left, Both());
            left = row => first(row) || second(row);
        }

        return left;
    }

    private Predicate<InsightsRow> Both()
    {
        var left = One();
        while (Takes("and"))
        {
            var (first, second) = (left, One());
            left = row => first(row) && second(row);
        }

        return left;
    }

    private Predicate<InsightsRow> One()
    {
        if (Takes("not"))
        {
            var denied = One();
            return row => !denied(row);
        }

        if (Takes("("))
        {
            var inner = Either();
            return Takes(")") ? inner : throw Unexpected();
        }

        return Comparison(Next());
    }

    private Predicate<InsightsRow> Comparison(string field)
    {
        if (Takes("not"))
        {
            var denied = Comparison(field);
            return row => !denied(row);
        }

        var comparison = Next();
        var operand = Next();
        var value = operand.Trim('"', '\'');
        return comparison.ToUpperInvariant() switch
        {
            "LIKE" or "=~" => Like(field, operand),
            "=" => row => row[field] == value,
            "!=" => row => row[field] != value,
            ">" => row => InsightsRow.Number(row[field]) > InsightsRow.Number(value),
            ">=" => row => InsightsRow.Number(row[field]) >= InsightsRow.Number(value),
            "<" => row => InsightsRow.Number(row[field]) < InsightsRow.Number(value),
            "<=" => row => InsightsRow.Number(row[field]) <= InsightsRow.Number(value),
            _ => throw Unexpected(),
        };
    }

    private static Predicate<InsightsRow> Like(string field, string operand)
    {
        if (operand is ['/', _, .., '/'])
        {
            var regex = SafeRegex.Create(operand[1..^1]);
            return row => row[field] is { } text && regex.IsMatch(text);
        }

        var part = operand.Trim('"', '\'');
        return row => row[field]?.Contains(part, StringComparison.Ordinal) == true;
    }

    private string Next() => _at < _tokens.Length ? _tokens[_at++] : throw Unexpected();

    private bool Takes(string word)
    {
        var takes = _at < _tokens.Length && _tokens[_at].Equals(word, StringComparison.OrdinalIgnoreCase);
        _at += takes ? 1 : 0;
        return takes;
    }

    private Wire.AwsErrorException Unexpected() =>
        InsightsPipeline.Malformed(_text, "a filter compares fields by like /…/, like \"…\", =, !=, <, <=, > or >=, joined by and, or and not");

    [GeneratedRegex("""/(?:\\.|[^/\\])+/|"[^"]*"|'[^']*'|[()]|!=|>=|<=|=~|[=<>]|[^\s()=<>!]+""")]
    private static partial Regex Token();
}
