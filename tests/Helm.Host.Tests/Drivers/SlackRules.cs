using System.Text.Json.Nodes;

namespace Helm.Host.Tests.Drivers;

/// <summary>Slack's limits, as it enforces them: a message that breaks one is refused as a whole.</summary>
internal static class SlackRules
{
    public static string? Problem(JsonObject message) =>
        message["blocks"] is JsonArray blocks ? BlocksProblem(blocks, 50)
        : string.IsNullOrEmpty((string?)message["text"]) ? "no_text"
        : null;

    public static string? ViewProblem(JsonNode? view) =>
        view is null ? "invalid_arguments"
        : view["title"] is { } title && ((string?)title["text"])!.Length > 24 ? "invalid_arguments"
        : ((string?)view["private_metadata"])?.Length > 3000 ? "invalid_arguments"
        : BlocksProblem(view["blocks"]!.AsArray(), 100);

    private static string? BlocksProblem(JsonArray blocks, int most) =>
        blocks.Count > most || blocks.Any(block => !IsGood(block!)) ? "invalid_blocks"
        : blocks.Sum(block => Texts(block!).Sum(text => text.Length)) > 13_200 ? "msg_blocks_too_long"
        : null;

    private static bool IsGood(JsonNode block) => (string?)block["type"] switch
    {
        "header" => Fits(block["text"], 150) && (string?)block["text"]!["type"] == "plain_text",
        "section" => IsGoodSection(block["text"], block["fields"]?.AsArray()),
        "context" => block["elements"] is JsonArray { Count: > 0 and <= 10 } elements && elements.All(element => Fits(element, 2000)),
        "actions" => block["elements"] is JsonArray { Count: > 0 and <= 25 } elements
            && elements.All(element => (string?)element!["type"] == "static_select" ? IsGoodMenu(element) : IsGoodButton(element))
            && elements.Select(element => (string?)element!["action_id"]).Distinct().Count() == elements.Count,
        "input" => Fits(block["label"], 2000),
        "divider" => true,
        _ => false,
    };

    private static bool IsGoodSection(JsonNode? text, JsonArray? fields) =>
        (text ?? fields) is not null
        && (text is null || Fits(text, 3000))
        && (fields is null || (fields.Count is > 0 and <= 10 && fields.All(field => Fits(field, 2000))));

    private static bool IsGoodButton(JsonNode? button) =>
        Fits(button!["text"], 75) && ((string?)button["value"])?.Length is > 0 and <= 2000 && ((string?)button["action_id"])?.Length is > 0 and <= 255
        && (string?)button["style"] is null or "primary" or "danger"
        && IsGoodConfirm(button["confirm"]);

    private static bool IsGoodConfirm(JsonNode? confirm) => confirm is null
        || (Fits(confirm["title"], 100) && Fits(confirm["text"], 300) && Fits(confirm["confirm"], 30) && Fits(confirm["deny"], 30));

    private static bool IsGoodMenu(JsonNode menu) =>
        Fits(menu["placeholder"], 150) && ((string?)menu["action_id"])?.Length is > 0 and <= 255
        && menu["options"] is JsonArray { Count: > 0 and <= 100 } options
        && options.All(option => Fits(option!["text"], 75) && ((string?)option["value"])?.Length is > 0 and <= 150);

    private static bool Fits(JsonNode? text, int most) => ((string?)text?["text"])?.Length is { } length && length > 0 && length <= most;

    private static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(field => field.Key == "text" && field.Value is JsonValue text ? [(string?)text ?? ""] : field.Value is null ? [] : Texts(field.Value)),
        JsonArray list => list.SelectMany(item => Texts(item!)),
        _ => [],
    };
}
