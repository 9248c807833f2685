using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Helm.Chat.BotFramework;
using Helm.Operations.Delivery;

namespace Helm.Chat.DirectLine;

/// <summary>Activities as Direct Line clients read them.</summary>
internal static class LineActivity
{
    /// <summary>By which Web Chat puts activities in order.</summary>
    private const string Sequence = "webchat:sequence-id";

    private const int LongestClientId = 200;

    /// <summary>What a client says about its own message, and wants to see again.</summary>
    private static readonly string[] ClientData = ["clientActivityID", "postBack"];

    public static JsonObject OfHelm(Activity activity, string? stream)
    {
        var node = JsonSerializer.SerializeToNode(activity, ActivityJson.Options)!.AsObject();
        node["from"] = Helm();
        if (stream is not null)
        {
            node["channelData"] = new JsonObject { ["streamType"] = "final", ["streamId"] = stream };
        }

        return node;
    }

    /// <summary>Only what is known to be harmless, under the name of who really said it.</summary>
    public static JsonObject OfPerson(Activity activity, Pass pass, IEnumerable<JsonObject> attachments)
    {
        var node = new JsonObject
        {
            ["type"] = ActivityTypes.Message,
            ["from"] = new JsonObject { ["id"] = pass.PersonId, ["name"] = pass.Name, ["role"] = "user" },
            ["text"] = activity.Text,
            ["textFormat"] = "plain",
            ["channelData"] = Data(activity.ChannelData),
        };
        if (activity.Value is { } value)
        {
            node["value"] = JsonNode.Parse(value.GetRawText());
        }

        var files = new JsonArray([.. attachments]);
        if (files.Count > 0)
        {
            node["attachments"] = files;
        }

        return node;
    }

    public static JsonObject Typing(string conversation, DateTimeOffset now) => Addressed(
        new JsonObject { ["type"] = "typing", ["id"] = Guid.NewGuid().ToString("N"), ["from"] = Helm() }, conversation, now, now.ToUnixTimeMilliseconds());

    public static JsonObject OfTranscript(TranscriptEntry entry)
    {
        var node = JsonNode.Parse(entry.Body)!.AsObject();
        node["id"] = entry.Id;
        return Addressed(node, entry.Conversation, entry.At, entry.Place);
    }

    /// <summary>By which a client recognises its own message.</summary>
    public static string? ClientId(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(ClientData[0], out var id)
        && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 and <= LongestClientId } text
            ? text
            : null;

    private static JsonObject Helm() => new() { ["id"] = "helm", ["name"] = "Helm", ["role"] = "bot" };

    private static JsonObject Addressed(JsonObject node, string conversation, DateTimeOffset at, long place)
    {
        node["channelId"] = "directline";
        node["conversation"] = new JsonObject { ["id"] = conversation };
        node["timestamp"] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        var data = node["channelData"] as JsonObject ?? [];
        data[Sequence] = place;
        node["channelData"] = data;
        return node;
    }

    private static JsonObject Data(JsonElement? sent)
    {
        var kept = new JsonObject();
        foreach (var name in ClientData)
        {
            if (sent is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out var value)
                && value.ValueKind is JsonValueKind.True or JsonValueKind.String && value.GetRawText().Length <= LongestClientId)
            {
                kept[name] = JsonNode.Parse(value.GetRawText());
            }
        }

        return kept;
    }
}
