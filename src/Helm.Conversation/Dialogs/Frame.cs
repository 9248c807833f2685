namespace Helm.Conversation.Dialogs;

/// <summary>The box of the dashboard, 57 columns wide inside; whatever is put in, it is never broken.</summary>
internal static class Frame
{
    private const int Inner = 57;

    public static string Rule { get; } = new('═', Inner + 2);

    /// <summary>The first line is the heading; blank lines at the ends are left out.</summary>
    public static string Box(string content)
    {
        var lines = content.Replace("\r", "", StringComparison.Ordinal).Trim('\n').Split('\n');
        var body = lines.Skip(1).SkipWhile(string.IsNullOrWhiteSpace).Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse();

        return string.Join('\n',
            [$"┌{Line()}┐", Row(lines[0]), $"├{Line()}┤", .. body.Select(Row), $"└{Line()}┘", ""]);
    }

    private static string Line() => new('─', Inner);

    private static string Row(string text) => $"│ {Columns.Fit(text.TrimEnd(), Inner - 1)}│";
}
