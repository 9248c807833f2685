namespace Helm.Chat.Slack.Blocks;

/// <summary>Commands as they are typed in Slack.</summary>
internal static class CommandForm
{
    private const string Prefix = "/helm:";
    private const string Environment = " --env=";

    /// <summary><c>/helm:status --env=prod</c> is typed <c>/helm status prod</c>; commands with other flags keep them. Null for what is no command.</summary>
    public static string? Of(string? command)
    {
        if (command?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return null;
        }

        var words = command[Prefix.Length..];
        var flag = words.IndexOf(Environment, StringComparison.Ordinal);
        return "/helm " + (flag > 0 && words.IndexOf(" --", StringComparison.Ordinal) == flag && words.IndexOf(' ', flag + 1) < 0
            ? words.Replace(Environment, " ", StringComparison.Ordinal)
            : words);
    }

    /// <summary>The commands within a text; none gets longer or shorter.</summary>
    public static string InSlack(string text) => text.Replace(Prefix, "/helm ", StringComparison.Ordinal);
}
