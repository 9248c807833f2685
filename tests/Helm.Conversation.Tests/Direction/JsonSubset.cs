using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helm.Conversation.Tests.Direction;

/// <summary>Compares a document with the fields that it must have.</summary>
internal static class JsonSubset
{
    public static void AssertContains(JsonNode actual, string expected)
    {
        foreach (var (path, value) in Leaves(JsonNode.Parse(expected), "$"))
        {
            var found = Leaves(actual, "$").FirstOrDefault(leaf => leaf.Path == path);
            Assert.True(found.Path is not null, $"{path} is missing");
            Assert.Equal(value, found.Value);
        }
    }

    private static IEnumerable<(string Path, string Value)> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(field => Leaves(field.Value, $"{path}.{field.Key}")),
        JsonArray list => list.SelectMany((item, index) => Leaves(item, $"{path}[{index}]")),
        _ => [(path, node is null ? "null" : JsonSerializer.Serialize(node))],
    };
}
