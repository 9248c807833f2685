namespace Helm.Architecture.Tests;

/// <summary>A folder is a concept.</summary>
public sealed class FolderNameTests
{
    private static readonly string[] NoConcepts =
        ["Services", "Models", "Helpers", "Utils", "Utilities", "Common", "Managers", "Misc"];

    [Fact]
    public void No_folder_is_named_after_a_kind_of_code()
    {
        var folders = Sources.In("src").Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).Distinct();

        Assert.DoesNotContain(folders, NoConcepts.Contains);
    }
}
