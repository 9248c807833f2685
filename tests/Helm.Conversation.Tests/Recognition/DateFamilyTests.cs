using System.Globalization;
using Helm.Conversation.Recognition;
using Helm.Conversation.Recognition.Reading;

namespace Helm.Conversation.Tests.Recognition;

/// <summary>Holds the expressions of <c>families.txt</c>, which says how it is written.</summary>
public sealed class DateFamilyTests
{
    [Fact]
    public void Every_family_of_expressions_is_found_and_means_what_the_table_says()
    {
        var cases = Cases().ToList();
        var wrong = cases.Where(each => each.Expected != each.Found).Select(each => $"{each.Input}\n  expected\n{each.Expected}\n  found\n{each.Found}");

        Assert.True(cases.Count > 400);
        Assert.Equal("", string.Join("\n", wrong));
    }

    [Fact]
    public void What_is_found_does_not_depend_on_capitals_or_on_words_around() =>
        Assert.Empty(Cases().Where(each => each.Expected.Length > 0 && !each.Input.StartsWith("T12", StringComparison.Ordinal))
            .Where(each => Lines(Recognizer.Recognize(RecognitionKind.DateTime, each.Input.ToUpperInvariant() + " ", each.Moment)) != each.Found)
            .Select(each => each.Input));

    private static IEnumerable<(string Input, DateTime Moment, string Expected, string Found)> Cases()
    {
        var moment = DateTime.MinValue;
        var (input, expected) = ("", new List<string>());
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Recognition", "families.txt")).Where(line => line[0] != '#').Append("@"))
        {
            if (line.StartsWith("    ", StringComparison.Ordinal))
            {
                expected.Add(line.Trim());
                continue;
            }

            if (input.Length > 0)
            {
                yield return (input, moment, string.Join('\n', expected), Lines(Recognizer.Recognize(RecognitionKind.DateTime, input, moment)));
            }

            moment = line.Length > 2 && line[0] == '@' ? DateTime.Parse(line[2..], CultureInfo.InvariantCulture) : moment;
            (input, expected) = (line[0] == '@' ? "" : line, []);
        }
    }

    private static string Lines(IReadOnlyList<Recognised> found) =>
        string.Join('\n', found.Select(each => $"[{each.Text}] {each.Type.Replace("datetimeV2.", "", StringComparison.Ordinal)} {Readings(each)}"));

    private static string Readings(Recognised found) =>
        string.Join(" || ", ((List<Dictionary<string, string>>)found.Resolution["values"]!).Select(value => $"{value["timex"]} {Fields(value)}"));

    private static string Fields(Dictionary<string, string> value) =>
        string.Join(' ', value.Where(field => field.Key is not ("timex" or "type")).Select(field => field.Key switch
        {
            "value" => field.Value,
            "sourceEntity" => "src=" + field.Value,
            _ => $"{field.Key}={field.Value}",
        }));
}
