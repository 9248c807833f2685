namespace Helm.Conversation.Dialogs;

/// <summary>The ways to have an answer: <c>--format=json</c>.</summary>
public static class Formats
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Voice = "voice";

    /// <summary>The text: what is a list in it stands in columns.</summary>
    public const string Table = "table";

    public static IReadOnlyList<string> All { get; } = [Text, Json, Voice, Table];

    /// <summary>What is shown; an unknown format shows the text.</summary>
    public static string Render(string? format, Answer answer, WordedAnswer worded) => format switch
    {
        Json => HelmJson.Write(answer.Data),
        Voice => worded.Speech,
        _ => worded.Text,
    };
}
