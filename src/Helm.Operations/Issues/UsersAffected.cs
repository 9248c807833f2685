using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helm.Operations.Issues;

/// <summary>Everybody, or a counted number of people.</summary>
[JsonConverter(typeof(UsersAffectedConverter))]
public sealed record UsersAffected(long? Count)
{
    /// <summary>An entry point whose failures cannot be told apart by user.</summary>
    public static UsersAffected All { get; } = new((long?)null);

    public bool IsAll => Count is null;
}

/// <summary>Writes <c>"all"</c> or the number, as the issue document has it.</summary>
internal sealed class UsersAffectedConverter : JsonConverter<UsersAffected>
{
    public override UsersAffected Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? new(reader.GetInt64()) : UsersAffected.All;

    public override void Write(Utf8JsonWriter writer, UsersAffected value, JsonSerializerOptions options)
    {
        if (value.Count is { } count)
        {
            writer.WriteNumberValue(count);
        }
        else
        {
            writer.WriteStringValue("all");
        }
    }
}
