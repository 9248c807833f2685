using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Helm.Operations.Monitoring;

namespace Helm.Conversation.Dialogs;

/// <summary>How Helm writes JSON: snake case, health in capitals, times in UTC to the second.</summary>
public static class HelmJson
{
    internal const string Time = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>For people: the same, over several lines.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    public static string Write(object data) => JsonSerializer.Serialize(data, data.GetType(), Indented);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = null,
            WriteIndented = indented,

            // The text is JSON in a chat or terminal, never a part of HTML; letters outside ASCII stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters =
            {
                new JsonStringEnumConverter<Health>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false),
                new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
                new UtcSeconds(),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);

        return options;
    }

    private sealed class UtcSeconds : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(
                value.ToUniversalTime().ToString(Time, CultureInfo.InvariantCulture));
    }
}
