using Helm.Conversation.Direction;
using Helm.Conversation.Intents;

namespace Helm.Conversation.Turns;

/// <summary>Reads a bare answer to a question for one value.</summary>
internal static class SlotAnswer
{
    private static readonly char[] Around = [' ', '.', ',', '!', '?', '"', '\''];

    private static readonly string[] Leading = ["the ", "in ", "for ", "i mean ", "i meant ", "on "];

    private static readonly string[] Places = ["first", "second", "third", "fourth", "fifth"];

    /// <summary>One of the options, or another known name of that kind; null when it is neither.</summary>
    public static string? Read(string text, string slot, IReadOnlyList<string> options, Vocabulary vocabulary)
    {
        var said = Bare(text);

        return options.FirstOrDefault(option => IsSame(option, said)) ?? Placed(said, options) ?? Known(said, slot, vocabulary);
    }

    private static string Bare(string text)
    {
        var said = text.Trim(Around).ToLowerInvariant();
        while (Leading.FirstOrDefault(word => said.StartsWith(word, StringComparison.Ordinal)) is { } word)
        {
            said = said[word.Length..];
        }

        return said;
    }

    private static string? Placed(string said, IReadOnlyList<string> options)
    {
        var place = Array.FindIndex(Places, word => said == word || said == word + " one");

        return place >= 0 && place < options.Count ? options[place] : null;
    }

    private static string? Known(string said, string slot, Vocabulary vocabulary) => slot switch
    {
        Slots.Environment => Named(said, vocabulary.Environments),
        Slots.Domain => Named(said, vocabulary.Domains),
        Slots.Metric => Named(said, vocabulary.Metrics),
        Slots.Resource => vocabulary.Resources.FirstOrDefault(resource => IsSame(resource.Canonical, said))?.Canonical,
        Slots.IssueId => vocabulary.Issues.FirstOrDefault(issue => IsSame(issue.IssueId, said))?.IssueId,
        _ => null,
    };

    private static string? Named(string said, IReadOnlyList<Name> names) =>
        names.FirstOrDefault(name => IsSame(name.Canonical, said) || name.Aliases.Any(alias => IsSame(alias, said)))?.Canonical;

    /// <summary>"api lambda" is "api-lambda".</summary>
    private static bool IsSame(string name, string said) =>
        string.Equals(name.Replace('-', ' ').Replace('_', ' '), said.Replace('-', ' ').Replace('_', ' '), StringComparison.OrdinalIgnoreCase);
}
