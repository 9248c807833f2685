using System.Text.RegularExpressions;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Logs;

/// <summary>A filter pattern for plain text: every term, "a quoted term", ?either ?or, -without, %regex%.</summary>
internal sealed partial class FilterPattern
{
    private readonly List<Predicate<string>> _all = [];
    private readonly List<Predicate<string>> _any = [];

    private FilterPattern()
    {
    }

    public static FilterPattern Parse(string? text)
    {
        var pattern = new FilterPattern();
        if (string.IsNullOrWhiteSpace(text))
        {
            return pattern;
        }

        if (text.TrimStart() is ['{' or '[', ..])
        {
            throw new AwsErrorException("InvalidParameterException", "Invalid filter pattern: patterns for JSON and columns are not part of the practice cloud; use terms.");
        }

        foreach (var match in Term().EnumerateMatches(text))
        {
            pattern.Add(text.Substring(match.Index, match.Length));
        }

        return pattern;
    }

    public bool Matches(string message) =>
        _all.TrueForAll(term => term(message)) && (_any.Count == 0 || _any.Exists(term => term(message)));

    private void Add(string token)
    {
        var mark = token.Length > 1 && token[0] is '?' or '-' ? token[0] : ' ';
        var term = Term(mark == ' ' ? token : token[1..]);
        switch (mark)
        {
            case '?':
                _any.Add(term);
                break;
            case '-':
                _all.Add(message => !term(message));
                break;
            default:
                _all.Add(term);
                break;
        }
    }

    private static Predicate<string> Term(string token)
    {
        if (token is ['%', _, .., '%'])
        {
            var regex = SafeRegex.Create(token[1..^1]);
            return message => regex.IsMatch(message);
        }

        var plain = token.Trim('"');
        return message => message.Contains(plain, StringComparison.Ordinal);
    }

    [GeneratedRegex("""[?-]?(?:"[^"]*"|%[^%]+%|\S+)""")]
    private static partial Regex Term();
}
