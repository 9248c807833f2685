using System.Text.Json;

namespace Helm.Operations.Investigation.Cases;

/// <summary>Reads a JSON file of a case; comments and trailing commas are forgiven.</summary>
internal static class CaseJson
{
    public static JsonDocumentOptions Lenient { get; } = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="InvalidDataException">It is no JSON, and where.</exception>
    public static JsonElement Read(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllText(file), Lenient).RootElement;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{file} is no JSON: {wrong.Message}", wrong);
        }
    }
}
