using Helm.Conversation.Intents.Patterns;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Helm.Conversation.Intents.Packs;

/// <summary>A YAML document whose every complaint names file and line.</summary>
internal sealed class YamlFile
{
    private readonly List<PackError> _errors;

    private YamlFile(string name, List<PackError> errors)
    {
        Name = name;
        _errors = errors;
    }

    public string Name { get; }

    public YamlMappingNode Root { get; private set; } = [];

    /// <summary>False when it is no YAML mapping at all; then its content is not worth a look.</summary>
    public bool Readable { get; private set; } = true;

    public static YamlFile Read(string path, List<PackError> errors)
    {
        var file = new YamlFile(Path.GetFileName(path), errors);
        try
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            file.Root = stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? root : file.NoMapping();
        }
        catch (YamlException wrong)
        {
            file.Readable = false;
            errors.Add(new PackError(file.Name, (int)wrong.Start.Line, wrong.Message));
        }

        return file;
    }

    private YamlMappingNode NoMapping()
    {
        Readable = false;
        _errors.Add(new PackError(Name, 1, "a pack file is a mapping of keys to values"));

        return [];
    }

    public void Complain(YamlNode node, string message) =>
        _errors.Add(new PackError(Name, (int)node.Start.Line, message));

    public static YamlNode? Find(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    public string Text(YamlMappingNode map, string key, string? otherwise = null)
    {
        if (Find(map, key) is YamlScalarNode { Value: { Length: > 0 } value })
        {
            return value;
        }

        if (otherwise is null)
        {
            Complain(map, $"'{key}' is missing");
        }

        return otherwise ?? "";
    }

    public T OneOf<T>(YamlMappingNode map, string key, string? otherwise, IReadOnlyDictionary<string, T> choices)
    {
        var text = Text(map, key, otherwise);
        if (choices.TryGetValue(text, out var choice))
        {
            return choice;
        }

        Complain(Find(map, key) ?? map, $"'{key}' is one of {string.Join(", ", choices.Keys)}, not '{text}'");

        return choices.Values.First();
    }

    public YamlMappingNode Map(YamlMappingNode map, string key)
    {
        switch (Find(map, key))
        {
            case null:
                return [];
            case YamlMappingNode found:
                return found;
            case var other:
                Complain(other, $"'{key}' is a mapping");
                return [];
        }
    }

    public IEnumerable<YamlNode> List(YamlMappingNode map, string key)
    {
        switch (Find(map, key))
        {
            case null:
                return [];
            case YamlSequenceNode list:
                return list.Children;
            case var other:
                Complain(other, $"'{key}' is a list");
                return [];
        }
    }

    public IReadOnlyList<string> Texts(YamlMappingNode map, string key) =>
        [.. List(map, key).Select(Scalar)];

    public string Scalar(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } value })
        {
            return value;
        }

        Complain(node, "a text is expected here");

        return "";
    }

    public Dictionary<string, string> Pairs(YamlMappingNode map, string key) =>
        Map(map, key).Children.ToDictionary(pair => Scalar(pair.Key), pair => Scalar(pair.Value));

    public Dictionary<string, object> Values(YamlMappingNode map, string key) =>
        Pairs(map, key).ToDictionary(pair => pair.Key, pair => PatternParser.Literal(pair.Value));

    public void OnlyKnows(YamlMappingNode map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in map.Children.Keys)
        {
            if (!keys.Contains(Scalar(key)))
            {
                Complain(key, $"'{key}' is no key of this file; known are {string.Join(", ", keys.ToArray())}");
            }
        }
    }
}
