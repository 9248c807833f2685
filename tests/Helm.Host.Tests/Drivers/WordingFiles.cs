using System.Runtime.CompilerServices;
using YamlDotNet.RepresentationModel;

namespace Helm.Host.Tests.Drivers;

/// <summary>The wordings of <c>dialogs/en</c> as they are written.</summary>
internal static class WordingFiles
{
    public static IReadOnlyDictionary<string, WordingShape> Shapes { get; } = Read();

    private static Dictionary<string, WordingShape> Read([CallerFilePath] string here = "")
    {
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "dialogs", "en"));
        var files = Directory.GetFiles(folder, "*.yaml").Where(file => Path.GetFileName(file) != "words.yaml").Select(Load).ToArray();
        var partials = files.SelectMany(file => Fields(file, "partials")).ToDictionary(partial => Name(partial.Key), partial => Text(partial.Value));
        return files.SelectMany(file => Fields(file, "answers").Select(answer => ($"{Text(file["intent"])}.{Name(answer.Key)}", answer.Value)))
            .ToDictionary(answer => answer.Item1, answer => WordingShape.Of(Templates(answer.Value, null), partials));
    }

    private static YamlMappingNode Load(string file)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    /// <summary>Every string, with the list that it is told for each item of.</summary>
    private static IEnumerable<(string? Each, string Template)> Templates(YamlNode node, string? each) => node switch
    {
        YamlScalarNode text => [(each, text.Value ?? "")],
        YamlSequenceNode list => list.SelectMany(item => Templates(item, each)),
        YamlMappingNode map => map.Children.Where(field => Name(field.Key) != "each").SelectMany(field =>
            Templates(field.Value, map.Children.TryGetValue(new YamlScalarNode("each"), out var path) ? Text(path) : each)),
        _ => [],
    };

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Fields(YamlMappingNode file, string name) =>
        file.Children.TryGetValue(new YamlScalarNode(name), out var found) ? ((YamlMappingNode)found).Children : [];

    private static string Name(YamlNode node) => Text(node);

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}
