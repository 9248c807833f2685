using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helm.PracticeCloud.Wire;

/// <summary>Reads JSON bodies, and joins the path and the query of a request to its body.</summary>
internal static class InputReader
{
    public static AwsInput Json(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new AwsInput(document.RootElement.Clone())
                : throw new AwsErrorException("SerializationException", "The request body is not a JSON object");
        }
        catch (JsonException error)
        {
            throw new AwsErrorException("SerializationException", $"The request body is not JSON: {error.Message}");
        }
    }

    public static AwsInput Rest(AwsInput body, IEnumerable<KeyValuePair<string, string>> query, IEnumerable<KeyValuePair<string, string>> path)
    {
        var root = JsonObject.Create(body.Element)!;
        foreach (var (name, value) in query.Concat(path))
        {
            root[name] = value;
        }

        return new AwsInput(JsonSerializer.SerializeToElement(root));
    }
}
