using System.Globalization;
using System.Text.RegularExpressions;
using Helm.Conversation.Dialogs;

namespace Helm.Conversation.Tests.Direction;

/// <summary>Finds the numbers in what is written.</summary>
internal static partial class Numbers
{
    public static IEnumerable<decimal> In(Card? card) => Texts(card).SelectMany(In);

    private static IEnumerable<string> Texts(Card? card) => card is null ? [] :
        [card.Title, card.Subtitle ?? "", .. card.Sections.SelectMany(section =>
            new[] { section.Title ?? "" }.Concat(section.Lines).Concat(section.Facts.Select(fact => fact.Value)))];

    /// <summary>The numbers of the JSON, and the days, hours and minutes that its durations consist of.</summary>
    public static HashSet<decimal> Known(string json)
    {
        var known = In(json).ToHashSet();
        foreach (Match match in Minutes().Matches(json))
        {
            var minutes = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            known.UnionWith([minutes / 1440, minutes / 60 % 24, minutes % 60]);
        }

        return known;
    }

    public static List<decimal> In(string text) =>
        [.. Number().Matches(text).Select(match => decimal.Parse(match.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"""(?:duration_minutes|minutes_ago)"": (\d+)")]
    private static partial Regex Minutes();
}
