using System.Text.Json.Nodes;

namespace Helm.Chat.Slack.Blocks;

/// <summary>What can be pressed, as Slack takes it.</summary>
internal static class Elements
{
    public static JsonNode Button(SlackButton button, int index)
    {
        var drawn = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = $"{button.Action}:{index}",
            ["text"] = BlockText.Plain(button.Title, Limits.ButtonText),
            ["value"] = button.Value,
        };
        if (button.Style is { } style)
        {
            drawn["style"] = style;
        }

        if (button.Confirm is { } question)
        {
            drawn["confirm"] = new JsonObject
            {
                ["title"] = BlockText.Plain(button.Title, Limits.ConfirmTitle),
                ["text"] = BlockText.Plain(question, Limits.ConfirmText),
                ["confirm"] = BlockText.Plain(button.Title, Limits.ConfirmButton),
                ["deny"] = BlockText.Plain("Not now", Limits.ConfirmButton),
            };
        }

        return drawn;
    }

    public static JsonNode Menu(SlackButton menu, int index) => new JsonObject
    {
        ["type"] = "static_select",
        ["action_id"] = $"{menu.Action}:{index}",
        ["placeholder"] = BlockText.Plain(menu.Title, Limits.Placeholder),
        ["options"] = Options(menu.Choices),
    };

    public static JsonArray Options(IEnumerable<SlackChoice> choices) => new([.. choices.Select(choice => (JsonNode)new JsonObject
    {
        ["text"] = BlockText.Plain(choice.Title, Limits.ChoiceText),
        ["value"] = choice.Value,
    })]);
}
