using System.Globalization;
using System.Text.RegularExpressions;

namespace Helm.Conversation.Tests.Dialogs;

/// <summary>Hears the numbers in spoken words, the other way round than Helm says them and written apart from it.</summary>
internal static partial class SpokenNumbers
{
    private static readonly string[] Small =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');

    private static readonly string[] Tens = "twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    private static readonly string[] Large = "thousand million billion trillion".Split(' ');

    private static readonly Dictionary<string, int> Units = Small.Select((word, index) => (word, index))
        .Concat(Tens.Select((word, index) => (word, (index + 2) * 10)))
        .ToDictionary();

    private static readonly Dictionary<string, decimal> Scales =
        Large.Select((word, index) => (word, (decimal)Math.Pow(1000, index + 1))).ToDictionary();

    public static List<decimal> In(string speech)
    {
        var words = Word().Matches(speech.ToLowerInvariant()).Select(match => match.Value).ToList();
        var numbers = new List<decimal>();
        for (var index = 0; index < words.Count;)
        {
            if (!Units.ContainsKey(words[index]))
            {
                index++;
                continue;
            }

            numbers.Add(Read(words, ref index));
        }

        return numbers;
    }

    private static decimal Read(List<string> words, ref int index)
    {
        decimal total = 0, group = 0;
        for (var last = int.MaxValue; index < words.Count; index++)
        {
            if (Units.TryGetValue(words[index], out var unit) && Follows(last, unit))
            {
                (group, last) = (group + unit, unit);
            }
            else if (words[index] == "hundred" && last < 100)
            {
                (group, last) = (group * 100, 100);
            }
            else if (Scales.TryGetValue(words[index], out var scale) && group > 0)
            {
                (total, group, last) = (total + (group * scale), 0, int.MaxValue);
            }
            else
            {
                break;
            }
        }

        return total + group + Fraction(words, ref index);
    }

    /// <summary>After "twenty" comes a digit, after "hundred" anything; "ten twenty-two" are two numbers.</summary>
    private static bool Follows(int last, int unit) => last >= 100 || (last is >= 20 && unit is > 0 and < 10);

    private static decimal Fraction(List<string> words, ref int index)
    {
        if (index >= words.Count || words[index] != "point")
        {
            return 0;
        }

        var digits = "";
        while (++index < words.Count && Units.TryGetValue(words[index], out var digit) && digit < 10)
        {
            digits += digit;
        }

        return decimal.Parse("0." + digits, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();
}
