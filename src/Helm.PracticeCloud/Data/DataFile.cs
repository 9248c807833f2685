using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helm.PracticeCloud.Data;

/// <summary>Reads the practice documents strictly: a field that nothing reads is a mistake of its author, not noise.</summary>
internal static class DataFile
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false), new DurationConverter() },
    };

    public static T Read<T>(string path)
    {
        try
        {
            return Parse<T>(File.ReadAllText(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, "the file", $"cannot be read ({error.Message})");
        }
    }

    public static T Parse<T>(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options)
                ?? throw new DataFileException(name, "the document", "is empty");
        }
        catch (JsonException error)
        {
            var field = string.IsNullOrEmpty(error.Path) || error.Path == "$" ? "the document" : error.Path[2..];
            throw new DataFileException(name, field, Reason(error.Message));
        }
    }

    // System.Text.Json appends the path and position, which the exception already carries.
    private static string Reason(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
