using System.Xml.Linq;

namespace Helm.Architecture.Tests;

/// <summary>Which project may know which: down only, siblings never.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Helm.Operations"] = [],
        ["Helm.Conversation"] = ["Helm.Operations"],
        ["Helm.Domains"] = ["Helm.Operations"],
        ["Helm.Connectors"] = ["Helm.Operations"],
        ["Helm.Chat"] = ["Helm.Conversation"],
        ["Helm.Speech"] = ["Helm.Conversation"],
        ["Helm.Storage"] = ["Helm.Conversation", "Helm.Operations"],
        ["Helm.PracticeCloud"] = [],
        ["Helm.Host"] =
            ["Helm.Chat", "Helm.Connectors", "Helm.Conversation", "Helm.Domains", "Helm.Operations", "Helm.Speech", "Helm.Storage"],
        ["Helm.Cli"] = ["Helm.Conversation", "Helm.Host", "Helm.PracticeCloud", "Helm.Speech"],
    };

    public static TheoryData<string> Projects => [.. Sources.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_are_exactly_the_allowed_ones(string project)
    {
        var file = Path.Combine(Sources.Root, "src", project, project + ".csproj");
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Allowed[project].Order(StringComparer.Ordinal), references);
    }
}
