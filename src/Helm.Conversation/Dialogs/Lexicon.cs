using System.Text.RegularExpressions;

namespace Helm.Conversation.Dialogs;

/// <summary>What things are called by people: the words of <c>dialogs/*/words.yaml</c>.</summary>
internal sealed partial class Lexicon
{
    /// <summary>Names in one piece: <c>cloudfront</c> is "CloudFront".</summary>
    public Dictionary<string, string> Spellings { get; init; } = [];

    public Dictionary<string, string> Environments { get; init; } = [];

    public Dictionary<string, string> Domains { get; init; } = [];

    /// <summary>The noun that follows a resource's name, by its type.</summary>
    public Dictionary<string, string> Types { get; init; } = [];

    public Dictionary<string, MetricWords> Metrics { get; init; } = [];

    /// <summary>What an intent does, as an offer: "create a work item".</summary>
    public Dictionary<string, string> Offers { get; init; } = [];

    public Dictionary<string, string> Roles { get; init; } = [];

    public string And { get; init; } = "and";

    public string Or { get; init; } = "or";

    /// <summary>"and seven more".</summary>
    public string More { get; init; } = "more";

    /// <summary>"api-lambda" is "API Lambda".</summary>
    public string Name(string name) =>
        string.Join(' ', Parts().Matches(name.Replace('_', ' ')).Select(part => Spell(part.Value)));

    public string Domain(string name) => Domains.GetValueOrDefault(name) ?? Name(name);

    /// <summary>"the API Lambda function"; without a known type the name alone.</summary>
    public string Resource(string name, string? type)
    {
        var words = Name(name);
        if (type is null || !Types.TryGetValue(type, out var noun))
        {
            return words;
        }

        return words.EndsWith(noun, StringComparison.OrdinalIgnoreCase) ? $"the {words}" : $"the {words} {noun}";
    }

    public string Metric(string name) => Metrics.GetValueOrDefault(name)?.Name ?? name.Replace('_', ' ').Replace('/', ' ');

    /// <summary><c>percent</c>, <c>ms</c> or empty: from the lexicon, else from the way the name ends.</summary>
    public string Unit(string metric)
    {
        if (Metrics.TryGetValue(metric, out var known))
        {
            return known.Unit;
        }

        return metric switch
        {
            _ when Ends(metric, "_rate", "_percent", "_ratio", "_utilization") => "percent",
            _ when Ends(metric, "_latency", "_ms", "_duration") => "ms",
            _ => "",
        };
    }

    private static bool Ends(string metric, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (metric.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private string Spell(string part) =>
        Spellings.GetValueOrDefault(part.ToLowerInvariant()) ?? char.ToUpperInvariant(part[0]) + part[1..];

    [GeneratedRegex(@"[^\s\-./:]+")]
    private static partial Regex Parts();

    /// <summary>A metric's name and the unit that it is told in.</summary>
    internal sealed class MetricWords
    {
        public string Name { get; init; } = "";

        public string Unit { get; init; } = "";
    }
}
