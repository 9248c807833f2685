using System.Text.Json;
using Helm.Operations.Investigation.Evidence;

namespace Helm.Operations.Investigation.Cases;

/// <summary>Reads who needs whom: edges, lists of what each depends on, or a plain map.</summary>
internal static class TopologyReader
{
    private static readonly string[] Froms = ["from", "source", "caller", "client", "upstream", "parent", "consumer", "src"];
    private static readonly string[] Tos = ["to", "target", "callee", "server", "downstream", "child", "dependency", "dst", "dest", "destination"];
    private static readonly string[] Needs = ["dependson", "dependencies", "calls", "needs", "uses", "downstream", "downstreams", "requires"];
    private static readonly string[] Callers = ["calledby", "upstream", "upstreams", "usedby", "dependents"];
    private static readonly string[] Lists = ["edges", "links", "connections", "relations", "dependencies", "calls"];
    private static readonly string[] Nodes = ["components", "services", "nodes", "resources", "vertices"];

    public static QueryResult Read(JsonElement root)
    {
        var components = new List<Component>();
        var edges = new List<Dependency>();
        ReadNodes(CaseFields.Find(root, Nodes), components, edges);
        ReadEdges(root.ValueKind == JsonValueKind.Array ? root : CaseFields.Find(root, Lists), edges);
        if (components.Count == 0 && edges.Count == 0 && root.ValueKind == JsonValueKind.Object)
        {
            ReadNodes(root, components, edges);
        }

        return new() { Components = [.. components.DistinctBy(component => component.Name)], Dependencies = [.. edges.Distinct()] };
    }

    private static void ReadNodes(JsonElement? nodes, List<Component> components, List<Dependency> edges)
    {
        if (nodes is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var node in list.EnumerateArray())
            {
                ReadNode(node.ValueKind == JsonValueKind.String ? node.GetString() : CaseFields.Text(node, ["name", "id"]) ?? CaseFields.Component(node), node, components, edges);
            }
        }
        else if (nodes is { ValueKind: JsonValueKind.Object } map)
        {
            foreach (var node in map.EnumerateObject())
            {
                ReadNode(node.Name, node.Value, components, edges);
            }
        }
    }

    private static void ReadNode(string? name, JsonElement node, List<Component> components, List<Dependency> edges)
    {
        if (name is null)
        {
            return;
        }

        components.Add(new(name, CaseFields.Text(node, ["type", "kind", "role"]) ?? ""));
        var needed = node.ValueKind == JsonValueKind.Array ? node : CaseFields.Find(node, Needs);
        edges.AddRange(Names(needed).Select(other => new Dependency(name, other)));
        edges.AddRange(Names(CaseFields.Find(node, Callers)).Select(other => new Dependency(other, name)));
    }

    private static IEnumerable<string> Names(JsonElement? list) => list switch
    {
        { ValueKind: JsonValueKind.Array } several => several.EnumerateArray()
            .Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : CaseFields.Text(item, ["name", "id", "target", "to", "service", "component"])).OfType<string>(),
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        _ => [],
    };

    private static void ReadEdges(JsonElement? edges, List<Dependency> found)
    {
        if (edges is { ValueKind: JsonValueKind.Array } list)
        {
            found.AddRange(list.EnumerateArray().Select(Edge).OfType<Dependency>());
        }
        else if (edges is { ValueKind: JsonValueKind.Object } map)
        {
            found.AddRange(map.EnumerateObject().SelectMany(entry => Names(entry.Value).Select(other => new Dependency(entry.Name, other))));
        }
    }

    private static Dependency? Edge(JsonElement edge)
    {
        var (from, to) = edge.ValueKind == JsonValueKind.Array && edge.GetArrayLength() >= 2
            ? (edge[0].ToString(), edge[1].ToString())
            : (CaseFields.Text(edge, Froms), CaseFields.Text(edge, Tos));
        return from is { Length: > 0 } && to is { Length: > 0 } ? new(from, to) : null;
    }
}
