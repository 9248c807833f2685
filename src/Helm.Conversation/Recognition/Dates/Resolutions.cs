using System.Globalization;

namespace Helm.Conversation.Recognition.Dates;

/// <summary>Writes a reading as the values of the specification.</summary>
internal static class Resolutions
{
    public static string Name(WhenType type) => type.ToString().ToLowerInvariant();

    public static IReadOnlyDictionary<string, object?> Of(When when) =>
        new Dictionary<string, object?> { ["values"] = when.Choices.Select(choice => Value(when, choice)).ToList() };

    private static Dictionary<string, string> Value(When when, Choice choice)
    {
        var value = new Dictionary<string, string> { ["timex"] = choice.Timex };
        if (when.Mod is { } mod)
        {
            value["Mod"] = mod;
        }

        value["type"] = when.Mod is "approx" or "less" or "more" && when.Type != WhenType.Duration ? Name(when.Type).Replace("range", "", StringComparison.Ordinal) + "range" : Name(when.Type);
        if (when.Source is { } source)
        {
            value["sourceEntity"] = source;
        }

        if (when.Unresolved)
        {
            value["value"] = "not resolved";
        }
        else if (when.Type == WhenType.Duration)
        {
            value["value"] = Timex.Number(when.Seconds);
        }
        else
        {
            Ends(when, choice, value);
        }

        return value;
    }

    private static void Ends(When when, Choice choice, Dictionary<string, string> value)
    {
        var format = when.Type switch
        {
            WhenType.Date or WhenType.DateRange => "yyyy-MM-dd",
            WhenType.Time or WhenType.TimeRange => "HH:mm:ss",
            _ => "yyyy-MM-dd HH:mm:ss",
        };
        var (begin, finish) = (choice.Begin.ToString(format, CultureInfo.InvariantCulture), choice.Finish.ToString(format, CultureInfo.InvariantCulture));
        if (!when.IsRange)
        {
            value["value"] = begin;
            return;
        }

        if (when.Days is { } days)
        {
            value["list"] = days;
        }

        switch (when.Mod)
        {
            case "before" or "before-start" or "before-mid" or "until-start":
                value["end"] = begin;
                break;
            case "until" or "before-end" or "until-mid" or "until-end":
                value["end"] = finish;
                break;
            case "after" when when.Source is "datetimerange" || choice.Timex.StartsWith("TM", StringComparison.Ordinal):
                value["start"] = finish;
                break;
            case "since" or "after" or "since-end" or "since-mid" or "since-start" or "after-start":
                value["start"] = begin;
                break;
            case "after-end" or "after-mid":
                value["start"] = finish;
                break;
            default:
                value["start"] = begin;
                value["end"] = finish;
                break;
        }
    }
}
