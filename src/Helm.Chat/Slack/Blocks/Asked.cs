using System.Text.Json;

namespace Helm.Chat.Slack.Blocks;

/// <summary>What a button or a line of a menu carries that opens a form.</summary>
/// <param name="Question">As Helm asked it.</param>
/// <param name="Command">What the answer is put at the end of; null where the answer says it all.</param>
internal sealed record Asked(string? Question, string? Command)
{
    private const string Mark = "ask:";

    public static bool Opens(string? value) => value?.StartsWith(Mark, StringComparison.Ordinal) == true;

    public static Asked? Read(string? value)
    {
        try
        {
            return Opens(value) ? JsonSerializer.Deserialize<Asked>(value![Mark.Length..]) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => Mark + JsonSerializer.Serialize(this with { Question = BlockText.Cut(Question ?? "", Limits.Label) });
}
