using Helm.Conversation.Intents.Patterns;
using YamlDotNet.RepresentationModel;

namespace Helm.Conversation.Intents.Packs;

/// <summary>Reads <c>_names.yaml</c>: the values of each kind and all their names.</summary>
internal static class NameReader
{
    /// <summary>Kinds of names that are no kind of value themselves: they lead to resources, to issue ids and to formats.</summary>
    private static readonly string[] NamingOnly = ["type", "issue_prefix", "typed_format"];

    public static NameGroup[] Read(YamlFile file)
    {
        foreach (var kind in file.Root.Children.Keys.Where(kind => !NamingOnly.Contains(file.Scalar(kind)) && SlotKinds.Symbol(file.Scalar(kind)) == 0))
        {
            file.Complain(kind, $"there is no kind of value called '{file.Scalar(kind)}'");
        }

        return Groups(file);
    }

    private static NameGroup[] Groups(YamlFile file) =>
    [
        .. from kind in file.Root.Children.Keys
           from entry in file.Map(file.Root, file.Scalar(kind)).Children
           select new NameGroup(
               file.Scalar(kind), file.Scalar(entry.Key), Forms(file, entry.Value)),
    ];

    private static string[] Forms(YamlFile file, YamlNode node) =>
        node is YamlSequenceNode list ? [.. list.Children.Select(file.Scalar)] : [];
}
