using System.Globalization;

namespace Helm.Conversation.Intents.Entities;

/// <summary>Issue ids as typed and as spoken: "infra-001", "INFRA-17", "infra one", "infrastructure zero zero one".</summary>
internal sealed class IssueIds
{
    private readonly Dictionary<string, string> _prefixes = [];
    private readonly Dictionary<(string Prefix, int Number), string> _known = [];

    /// <param name="prefixes">What is said for a prefix, and the prefix.</param>
    public IssueIds(IEnumerable<IssueName> issues, IEnumerable<(string Said, string Prefix)> prefixes)
    {
        foreach (var (said, prefix) in prefixes)
        {
            _prefixes[said] = prefix;
        }

        foreach (var issue in issues)
        {
            if (issue.IssueId.Split('-') is [var prefix, var digits]
                && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                _prefixes[prefix] = prefix;
                _known[(prefix, number)] = issue.IssueId;
            }
        }
    }

    public IEnumerable<string> Prefixes => _prefixes.Keys;

    /// <summary>Null when no id starts here.</summary>
    public (string Id, int End)? Read(IReadOnlyList<string> words, int start)
    {
        if (!_prefixes.TryGetValue(words[start], out var prefix))
        {
            return null;
        }

        var at = start + 1 < words.Count && words[start + 1] is "dash" or "hyphen" or "number" or "issue" ? start + 2 : start + 1;
        var (number, end) = Number(words, at);

        return end > at && !IsOneOf(words, start, end, prefix, number) ? (Id(prefix, number), end) : null;
    }

    /// <summary>"The kubernetes one" is no first issue, unless there is such an issue.</summary>
    private bool IsOneOf(IReadOnlyList<string> words, int start, int end, string prefix, int number) =>
        start > 0 && words[start - 1] is "the" && end == start + 2 && words[end - 1] is "one" && !_known.ContainsKey((prefix, number));

    private string Id(string prefix, int number) =>
        _known.GetValueOrDefault((prefix, number))
        ?? string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:000}");

    /// <summary>Digit by digit ("zero one seven"), else as a number ("seventeen").</summary>
    private static (int Number, int End) Number(IReadOnlyList<string> words, int start)
    {
        var (digits, at) = ("", start);
        while (at < words.Count && digits.Length < 6 && Numbers.Digit(words[at]) is { Length: < 6 } digit)
        {
            digits += digit;
            at++;
        }

        if (at > start)
        {
            return (int.Parse(digits, CultureInfo.InvariantCulture), at);
        }

        var (number, end) = start < words.Count ? Numbers.Read(words, start) : (0, start);

        return number == decimal.Truncate(number) && number < 1_000_000 ? ((int)number, end) : (0, start);
    }
}
