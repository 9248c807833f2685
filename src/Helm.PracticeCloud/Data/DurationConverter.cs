using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace Helm.PracticeCloud.Data;

/// <summary>Durations are written as in ISO 8601: <c>PT23M</c>, <c>PT90S</c>.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        try
        {
            return XmlConvert.ToTimeSpan(text ?? "");
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw new JsonException("A duration is text as in ISO 8601, for example PT23M or PT90S.");
        }
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(XmlConvert.ToString(value));
}
