using System.Globalization;
using HandlebarsDotNet;
using Helm.Operations.Environments;

namespace Helm.Conversation.Dialogs;

/// <summary>Compiles templates in which values can be told by name: <c>{{percent error_rate}}</c>.</summary>
/// <remarks>Values are inserted as they are; each channel escapes for its own markup, and speech keeps letters only.</remarks>
internal sealed class Templates
{
    private static readonly string[] Severities = ["critical", "high", "medium", "low"];

    private readonly IHandlebars _handlebars;

    public Templates(Lexicon lexicon, Phrasing phrasing, EnvironmentDirectory environments)
    {
        _handlebars = PlainEncoder.CreateHandlebars();
        Numbers(phrasing, lexicon);
        Names(phrasing, lexicon, name => lexicon.Environments.GetValueOrDefault(name) ?? environments.DisplayName(name));
        Logic();
        Layout(phrasing);
    }

    public Func<object, string> Compile(string template)
    {
        var compiled = _handlebars.Compile(template);

        return facts => compiled(facts);
    }

    public void Partial(string name, string template) => _handlebars.RegisterTemplate(name, template);

    private void Numbers(Phrasing phrasing, Lexicon lexicon)
    {
        Add("number", given => phrasing.Number(Decimal(given, 0)));
        Add("percent", given => phrasing.Percent(Decimal(given, 0)));
        Add("ms", given => phrasing.Milliseconds(Decimal(given, 0)));
        Add("ratio", given => phrasing.Ratio(Decimal(given, 0), Decimal(given, 1)));
        Add("count", given => phrasing.Count(Decimal(given, 0), Text(given, 1)));
        Add("duration", given => phrasing.Duration(Decimal(given, 0)));
        Add("measure", given => phrasing.Measure(Decimal(given, 0), lexicon.Unit(Text(given, 1))));
        Add("money", given => phrasing.Money(Decimal(given, 0), Text(given, 1)));
        Add("day", given => phrasing.Day(Instant(given, 0)));
        Add("absolute", given => Math.Abs(Decimal(given, 0)).ToString(CultureInfo.InvariantCulture));
        Add("sparkline", given => phrasing.Line(List(given, 0)));
        Add("time", given => phrasing.Time(Instant(given, 0)));
        Add("stamp", given => Phrasing.Stamp(Instant(given, 0)));
    }

    /// <param name="environment">The dialogs' word for an environment, else its configured name.</param>
    private void Names(Phrasing phrasing, Lexicon lexicon, Func<string, string> environment)
    {
        Add("nameOf", given => lexicon.Name(Text(given, 0)));
        Add("envOf", given => environment(Text(given, 0)));
        Add("domainOf", given => lexicon.Domain(Text(given, 0)));
        Add("resourceOf", given => lexicon.Resource(Text(given, 0), given.Length > 1 ? Text(given, 1) : null));
        Add("metricOf", given => lexicon.Metric(Text(given, 0)));
        Add("roleOf", given => lexicon.Roles.GetValueOrDefault(Text(given, 0)) ?? Text(given, 0));
        Add("offers", given => Join(List(given, 0).Select(offer => lexicon.Offers.GetValueOrDefault($"{offer}") ?? $"{offer}"), lexicon.Or));
        Add("both", given => Names(given, item => item));
        Add("either", given => Join(List(given, 0).Select(item => $"{item}"), lexicon.Or));
        Add("environments", given => Join(List(given, 0).Select(item => environment($"{item}")), lexicon.And));
        Add("names", given => Names(given, lexicon.Name));
        Add("domains", given => Join(List(given, 0).Select(item => lexicon.Domain($"{item}").ToLowerInvariant()), lexicon.And));
        Add("ear", _ => phrasing == Phrasing.ForEar ? "yes" : "");

        string Names(Arguments given, Func<string, string> name)
        {
            var all = List(given, 0).Select(item => name($"{item}")).ToList();
            return Join(phrasing == Phrasing.ForEar ? LongList.Shortened(all, count => $"{phrasing.Number(count)} {lexicon.More}") : all, lexicon.And);
        }
    }

    private void Logic()
    {
        Add("is", given => Text(given, 0) == Text(given, 1) ? "yes" : "");
        Add("more", given => Number(given, 0) > Number(given, 1) ? "yes" : "");
        Add("has", given => given.Length > 0 && given[0] is not (null or UndefinedBindingResult) ? "yes" : "");
        Add("worst", given => WorstCount(given[0]));
        Add("size", given => List(given, 0).Count().ToString(CultureInfo.InvariantCulture));
        Add("all", given => given.AsEnumerable().All(IsTrue) ? "yes" : "");
        Add("any", given => given.AsEnumerable().Any(IsTrue) ? "yes" : "");
        Add("not", given => IsTrue(given[0]) ? "" : "yes");
        Add("join", given => string.Concat(given.AsEnumerable().Select(part => part is UndefinedBindingResult ? "" : Convert.ToString(part, CultureInfo.InvariantCulture))));
        Add("lower", given => Text(given, 0).ToLowerInvariant());
        Add("clause", given => Text(given, 0).TrimEnd('.', ' '));
        Add("upper", given => Text(given, 0).ToUpperInvariant());
        Add("capital", given => Text(given, 0) is [var first, ..] text ? char.ToUpperInvariant(first) + text[1..] : "");
    }

    private void Layout(Phrasing phrasing)
    {
        Add("rule", _ => Frame.Rule);
        Add("pad", given => Columns.Pad(Text(given, 1), (int)Decimal(given, 0)));
        _handlebars.RegisterHelper("items", (EncodedTextWriter output, BlockHelperOptions block, Context _, Arguments given) =>
            LongList.Write(output, block, [.. List(given, 0)], isRead: phrasing == Phrasing.ForEar));
        _handlebars.RegisterHelper("box", (EncodedTextWriter output, BlockHelperOptions block, Context _, Arguments _) =>
            output.WriteSafeString(Frame.Box(block.Template())));
    }

    private void Add(string name, Func<Arguments, string> tell) =>
        _handlebars.RegisterHelper(name, (Context _, Arguments given) => tell(given));

    private static string Join(IEnumerable<string> items, string last)
    {
        var all = items.ToList();

        return all.Count switch
        {
            0 => "",
            1 => all[0],
            2 => $"{all[0]} {last} {all[1]}",
            _ => $"{string.Join(", ", all.SkipLast(1))}, {last} {all[^1]}",
        };
    }

    /// <summary>How many issues there are of the worst severity that there is.</summary>
    private static string WorstCount(object? issues) =>
        issues is Dictionary<string, object?> counts
            ? Severities.Select(severity => counts.GetValueOrDefault(severity)).OfType<decimal>().FirstOrDefault(count => count > 0)
                .ToString(CultureInfo.InvariantCulture)
            : "";

    private static bool IsTrue(object? value) => value switch
    {
        null or UndefinedBindingResult or false or 0m or "" => false,
        IReadOnlyCollection<object?> list => list.Count > 0,
        _ => true,
    };

    private static string Text(Arguments given, int index) =>
        index < given.Length && given[index] is { } value and not UndefinedBindingResult
            ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
            : "";

    private static IEnumerable<object?> List(Arguments given, int index) =>
        index < given.Length && given[index] is IEnumerable<object?> list ? list : [];

    private static decimal? Number(Arguments given, int index) =>
        decimal.TryParse(Text(given, index), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A template that tells a number which is not there is wrong, and must not make one up.</summary>
    private static decimal Decimal(Arguments given, int index) =>
        Number(given, index) ?? throw new DialogException($"A number is told that the answer does not have: '{Text(given, index)}'.");

    private static DateTimeOffset Instant(Arguments given, int index) =>
        DateTimeOffset.TryParse(Text(given, index), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new DialogException($"A time is told that the answer does not have: '{Text(given, index)}'.");
}
