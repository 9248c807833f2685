using System.Text.Json.Nodes;
using Helm.Chat.Slack.Blocks;

namespace Helm.Chat.Slack;

/// <summary>The form for what a question needs, such as the environment of a command.</summary>
internal static class AskForm
{
    public const string Block = "say";
    public const string Field = "words";

    private const string Callback = "helm_ask";

    /// <param name="asked">Null for whatever the person wants to say.</param>
    /// <param name="place">Travels with the form; its text is what the answer is put at the end of.</param>
    public static JsonObject Draw(Asked? asked, SlackMessage place) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = Callback,
        ["private_metadata"] = (place with { Text = asked?.Command ?? "" }).Write(),
        ["title"] = BlockText.Plain("Helm", Limits.ModalTitle),
        ["submit"] = BlockText.Plain("Say it", Limits.ModalTitle),
        ["close"] = BlockText.Plain("Cancel", Limits.ModalTitle),
        ["blocks"] = new JsonArray(new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = Block,
            ["label"] = BlockText.Plain(asked?.Question is { Length: > 0 } question ? question : "What shall Helm do?", Limits.Label),
            ["element"] = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = Field, ["max_length"] = Limits.Said },
        }),
    };

    /// <summary>What was typed as it is said: alone, or as the last value of a command.</summary>
    public static string Said(string typed, string command) =>
        typed.Length == 0 || command.Length == 0 ? typed : $"{command}\"{typed.Replace('"', ' ').Trim()}\"";

    /// <summary>Shown in the form, under the field.</summary>
    public static JsonObject Missing => new()
    {
        ["response_action"] = "errors",
        ["errors"] = new JsonObject { [Block] = "Helm needs an answer here; type it, or choose Cancel." },
    };
}
