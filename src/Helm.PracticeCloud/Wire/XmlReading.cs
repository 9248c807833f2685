using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Helm.PracticeCloud.Wire;

/// <summary>Reads an XML body into a tree; elements of one name are a list.</summary>
internal static class XmlReading
{
    private const int Deepest = 12;

    public static AwsInput Read(byte[] body)
    {
        if (body.Length == 0)
        {
            return InputReader.Json([]);
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return new AwsInput(JsonSerializer.SerializeToElement(new JsonObject { ["Document"] = Tree(XDocument.Load(reader).Root!, 0) }));
        }
        catch (XmlException error)
        {
            throw new AwsErrorException("MalformedInput", $"The request body is not XML: {error.Message}");
        }
    }

    private static JsonNode Tree(XElement element, int depth)
    {
        if (!element.HasElements || depth > Deepest)
        {
            return JsonValue.Create(element.Value);
        }

        var tree = new JsonObject();
        foreach (var group in element.Elements().GroupBy(child => child.Name.LocalName))
        {
            JsonNode[] values = [.. group.Select(child => Tree(child, depth + 1))];
            tree[group.Key] = values.Length == 1 ? values[0] : new JsonArray(values);
        }

        return tree;
    }
}
