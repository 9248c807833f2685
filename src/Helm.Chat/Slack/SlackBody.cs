using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helm.Chat.Slack;

/// <summary>Bodies of requests to Slack.</summary>
internal static class SlackBody
{
    public static FormUrlEncodedContent Form(JsonObject arguments) => new(arguments.Where(field => field.Value is not null).Select(field =>
        KeyValuePair.Create(field.Key, field.Value!.GetValueKind() == JsonValueKind.String ? field.Value.GetValue<string>() : field.Value.ToJsonString())));

    public static ByteArrayContent Json(JsonObject body)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return content;
    }
}
