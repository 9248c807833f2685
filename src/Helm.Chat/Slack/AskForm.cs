using System.Text.Json.Nodes;
using Helm.Chat.Slack.Blocks;

namespace Helm.Chat.Slack;

/// <summary>The form for what a question needs, such as the environment of a command.</summary>
internal static class AskForm
{
    public const string Block = "say";
    public const string Field = "words";

    private const string Callback = "helm_ask";

    /// <param name="question">As Helm asked it; null for whatever the person wants to say.</param>
    public static JsonObject Draw(string? question, SlackMessage place) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = Callback,
        ["private_metadata"] = place.Write(),
        ["title"] = BlockText.Plain("Helm", Limits.ModalTitle),
        ["submit"] = BlockText.Plain("Say it", Limits.ModalTitle),
        ["close"] = BlockText.Plain("Cancel", Limits.ModalTitle),
        ["blocks"] = new JsonArray(new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = Block,
            ["label"] = BlockText.Plain(question is { Length: > 0 } ? question : "What shall Helm do?", Limits.Label),
            ["element"] = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = Field, ["max_length"] = Limits.Said },
        }),
    };

    /// <summary>Shown in the form, under the field.</summary>
    public static JsonObject Missing { get; } = new()
    {
        ["response_action"] = "errors",
        ["errors"] = new JsonObject { [Block] = "Helm needs an answer here; type it, or choose Cancel." },
    };
}
