using System.Text.RegularExpressions;
using HandlebarsDotNet;

namespace Helm.Conversation.Dialogs;

/// <summary>
/// A list as it is read aloud: all of a short one; of a long one the beginning, how many more there are, and the rest when
/// somebody asks for it. In a template: <c>{{#items issues}}{{title}}. {{else}}And {{number this}} more.{{/items}}</c>.
/// </summary>
internal static partial class LongList
{
    private const int LongestReadWhole = 5;
    private const int ReadOfLonger = 3;

    // No character of any language, so that no name from outside holds one by right.
    private const char Start = '\uFDD0';
    private const char Next = '\uFDD1';
    private const char End = '\uFDD2';

    public static void Write(EncodedTextWriter output, BlockHelperOptions block, IReadOnlyList<object?> items, bool isRead)
    {
        // The eye takes in any list.
        var read = !isRead || items.Count <= LongestReadWhole ? items.Count : ReadOfLonger;
        foreach (var item in items.Take(read))
        {
            block.Template(output, item);
        }

        if (read == items.Count)
        {
            return;
        }

        block.Inverse(output, (decimal)(items.Count - read));
        output.WriteSafeString($"{Start}");
        foreach (var item in items.Skip(read))
        {
            block.Template(output, item);
            output.WriteSafeString($"{Next}");
        }

        output.WriteSafeString($"{End}");
    }

    /// <summary>Names in the middle of a sentence; those that are left out are counted.</summary>
    public static IReadOnlyList<string> Shortened(IReadOnlyList<string> names, Func<int, string> more) =>
        names.Count <= LongestReadWhole ? names : [.. names.Take(ReadOfLonger), more(names.Count - ReadOfLonger)];

    /// <summary>What is read, and what is kept for later, item by item.</summary>
    public static (string Read, IReadOnlyList<string> Kept) Split(string text) => (
        Held().Replace(text, " "),
        [.. Held().Matches(text).SelectMany(list => list.Groups[1].Value.Split(Next, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]);

    [GeneratedRegex("\uFDD0([^\uFDD2]*)\uFDD2")]
    private static partial Regex Held();
}
