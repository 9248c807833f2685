namespace Helm.Domains.Tests.Cloud;

/// <summary>The repository's own assets.</summary>
internal static class Assets
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "assets", "practice")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "assets");
    }
}
