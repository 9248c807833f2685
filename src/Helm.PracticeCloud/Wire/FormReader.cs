using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helm.PracticeCloud.Wire;

/// <summary>Reads the flat names of the Query protocol back into a tree.</summary>
internal static class FormReader
{
    private const int Deepest = 12;

    public static AwsInput Read(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var root = new JsonObject();
        foreach (var (name, value) in pairs)
        {
            Put(root, name.Split('.'), value);
        }

        return new AwsInput(JsonSerializer.SerializeToElement(Listed(root)));
    }

    public static IEnumerable<KeyValuePair<string, string>> Pairs(byte[] body) =>
        ReceivedRequest.Pairs(Encoding.UTF8.GetString(body), text => WebUtility.UrlDecode(text));

    private static void Put(JsonObject at, string[] names, string value)
    {
        if (names.Length > Deepest)
        {
            throw new AwsErrorException("MalformedQueryString", "A parameter name is nested too deeply");
        }

        foreach (var name in names[..^1])
        {
            if (at[name] is not JsonObject next)
            {
                at[name] = next = [];
            }

            at = next;
        }

        at[names[^1]] = value;
    }

    // Query writes a list as Name.member.1, Name.member.2: numbered children are the list.
    private static JsonNode Listed(JsonObject tree)
    {
        var children = tree.ToList();
        tree.Clear();
        var ready = children.Select(child => (child.Key, Value: child.Value is JsonObject inner ? Listed(inner) : child.Value!)).ToList();
        if (ready.Count > 0 && ready.TrueForAll(child => int.TryParse(child.Key, out _)))
        {
            return new JsonArray([.. ready.OrderBy(child => int.Parse(child.Key, CultureInfo.InvariantCulture)).Select(child => child.Value)]);
        }

        foreach (var (key, value) in ready)
        {
            tree[key] = value;
        }

        return tree;
    }
}
