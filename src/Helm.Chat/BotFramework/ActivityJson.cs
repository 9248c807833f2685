using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helm.Chat.BotFramework;

/// <summary>Reads and writes activities as the channels do: camel case, absent rather than null.</summary>
internal static class ActivityJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static string WriteText(Activity activity) => JsonSerializer.Serialize(activity, Options);

    /// <exception cref="JsonException">It is no activity.</exception>
    public static Activity Read(string text) =>
        JsonSerializer.Deserialize<Activity>(text, Options) ?? throw new JsonException("null is no activity");
}
