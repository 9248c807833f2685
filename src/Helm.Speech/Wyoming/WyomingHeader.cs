using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helm.Speech.Wyoming;

/// <summary>The line of JSON before an event's data and payload.</summary>
internal sealed record WyomingHeader(string Type, JsonObject Data, int DataLength, int PayloadLength)
{
    public const int LongestLine = 64 * 1024;
    private const int MostData = 1024 * 1024;
    private const int MostPayload = 4 * 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="InvalidWyomingException">It is not a header.</exception>
    public static WyomingHeader Read(ReadOnlySpan<byte> line)
    {
        var header = Object(line, "the header");
        return new WyomingHeader(
            header["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() is { Length: > 0 and <= 100 } name
                ? name
                : throw new InvalidWyomingException("the header has no type"),
            header["data"] as JsonObject is { } data ? (JsonObject)data.DeepClone() : [],
            Length(header, "data_length", MostData),
            Length(header, "payload_length", MostPayload));
    }

    /// <summary>Data after the header goes on top of data in it.</summary>
    /// <exception cref="InvalidWyomingException">It is not an object.</exception>
    public JsonObject Merge(ReadOnlySpan<byte> data)
    {
        foreach (var (name, value) in data.IsEmpty ? [] : Object(data, "the data"))
        {
            Data[name] = value?.DeepClone();
        }

        return Data;
    }

    public static byte[] Write(WyomingEvent sent)
    {
        var data = sent.Data.Count > 0 ? JsonSerializer.SerializeToUtf8Bytes(sent.Data) : [];
        var header = new JsonObject { ["type"] = sent.Type };
        if (data.Length > 0)
        {
            header["data_length"] = data.Length;
        }

        if (!sent.Payload.IsEmpty)
        {
            header["payload_length"] = sent.Payload.Length;
        }

        return [.. Encoding.UTF8.GetBytes(header.ToJsonString()), (byte)'\n', .. data, .. sent.Payload.Span];
    }

    private static int Length(JsonObject header, string name, int most) => header[name] switch
    {
        null => 0,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<long>(out var length) && length >= 0 && length <= most => (int)length,
        _ => throw new InvalidWyomingException($"{name} must be 0 to {most}"),
    };

    private static JsonObject Object(ReadOnlySpan<byte> json, string what)
    {
        try
        {
            ReadStrings(json);
            return JsonNode.Parse(json, documentOptions: Strict) as JsonObject ?? throw new InvalidWyomingException($"{what} is no JSON object");
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw new InvalidWyomingException($"{what} is not JSON");
        }
    }

    /// <summary>Half a character is found only when a text is read, which would be too late.</summary>
    private static void ReadStrings(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                reader.GetString();
            }
        }
    }

}
