using Helm.Conversation.Intents.Entities;
using Helm.Conversation.Intents.Packs;
using Helm.Conversation.Intents.Patterns;

namespace Helm.Conversation.Intents.Spoken;

/// <summary>How the values of a kind are said, in words without digits.</summary>
internal sealed class SlotForms(LanguagePack pack, VocabularyIndex index)
{
    /// <summary>Issues that are and that may be: of one that is gone it can only be said that it is not there when it was heard.</summary>
    public const string AnyIssue = "any_issue";

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] FewNumbers = [.. Small[1..13], "fifteen", "twenty", "thirty", "forty five", "ninety"];

    private static readonly string[] Units = ["minutes", "hours", "days", "weeks"];

    private static readonly string[] Single = ["minute", "half hour", "hour", "day", "week", "month"];

    public IReadOnlyList<string> Of(string kind) =>
        kind switch
        {
            SlotKinds.Number => [.. Small[1..], .. Tens, .. Hundreds()],
            SlotKinds.Ordinal => ["first", "second", "third", "fourth", "fifth", "last", "top"],
            SlotKinds.Duration => [.. Durations()],
            SlotKinds.TimeRange => [.. TimeRanges.Names, .. FewNumbers[1..].SelectMany(Back), .. Single.Select(unit => $"last {unit}")],
            SlotKinds.IssueId => [.. index.Vocabulary.Issues.SelectMany(IssueId).Distinct()],
            AnyIssue => [.. index.Vocabulary.Issues.SelectMany(IssueId).Concat(PossibleIds()).Distinct()],
            SlotKinds.Head => pack.Words.Heads,
            _ => [.. index.Names.SaidOf(SlotKinds.Symbol(kind)).Where(form => form.All(letter => char.IsAsciiLetter(letter) || letter == ' '))],
        };

    private static IEnumerable<string> Hundreds() =>
        ["a hundred", .. Small[1..].Where(word => word != "ten").Select(word => word + " hundred"), .. Small[1..].Select(word => word + " thousand")];

    private static IEnumerable<string> Back(string number) =>
        Units.Select(unit => $"last {number} {unit}");

    private static IEnumerable<string> Durations() =>
    [
        "a minute", "an hour", "half an hour", "a quarter of an hour", "an hour and a half", "a day", "a week",
        "one minute", "one hour", "one day",
        .. FewNumbers[1..].SelectMany(number => Units[..3].Select(unit => $"{number} {unit}")),
    ];

    private IEnumerable<string> PossibleIds() =>
        index.IssueIds.Prefixes.Where(prefix => prefix.All(char.IsAsciiLetter)).SelectMany(prefix => Small[1..13].SelectMany(digit => new[] { $"{prefix} {digit}", $"{prefix} zero zero {digit}" }));

    /// <summary>"infra one" and "infra zero zero one".</summary>
    private static IEnumerable<string> IssueId(IssueName issue)
    {
        if (issue.IssueId.Split('-') is not [var prefix, var digits] || !digits.All(char.IsAsciiDigit))
        {
            yield break;
        }

        yield return $"{prefix} {string.Join(' ', digits.Select(digit => Small[digit - '0']))}";
        var number = digits.TrimStart('0');
        if (number.Length is 1 or 2)
        {
            yield return $"{prefix} {Words(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))}";
        }
    }

    private static string Words(int number) =>
        number < Small.Length ? Small[number]
        : number % 10 == 0 ? Tens[(number / 10) - 2]
        : $"{Tens[(number / 10) - 2]} {Small[number % 10]}";
}
