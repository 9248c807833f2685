using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Helm.Conversation.Turns;

namespace Helm.Storage.Conversations;

/// <summary>Writes a conversation's state and reads it back, bounded in size.</summary>
internal static class ConversationJson
{
    private const int LongestList = 50;
    private const int LongestDocument = 64 * 1024;

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new EntityConverter() },
    };

    public static string Write(ConversationState state)
    {
        var bounded = state with
        {
            Context = state.Context with
            {
                Issues = [.. state.Context.Issues.Take(LongestList)],
                Options = [.. state.Context.Options.Take(LongestList)],
            },
        };
        var json = JsonSerializer.Serialize(bounded, Options);

        // What makes a state long is the last reply's data and card; the words that "repeat" needs are kept.
        return json.Length <= LongestDocument
            ? json
            : JsonSerializer.Serialize(
                bounded with { LastReply = bounded.LastReply is { } reply ? reply with { Data = null, Card = null } : null },
                Options);
    }

    public static ConversationState Read(string json) =>
        JsonSerializer.Deserialize<ConversationState>(json, Options)
        ?? throw new InvalidOperationException("A stored conversation is empty.");

    /// <summary>Entities are string, int, decimal or bool, and come back as what they were; other data as JSON.</summary>
    private sealed class EntityConverter : JsonConverter<object>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                JsonTokenType.Number when reader.TryGetInt32(out var number) => number,
                JsonTokenType.Number => reader.GetDecimal(),
                JsonTokenType.Null => null,
                _ => JsonElement.ParseValue(ref reader),
            };

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
        {
            switch (value)
            {
                case decimal number when decimal.IsInteger(number):
                    // With a point it is read as a decimal again.
                    writer.WriteRawValue(number.ToString("0.0", CultureInfo.InvariantCulture));
                    break;
                default:
                    JsonSerializer.Serialize(writer, value, value.GetType(), options);
                    break;
            }
        }
    }
}
