namespace Helm.PracticeCloud.Data;

/// <summary>Finds the folder with the practice documents: beside the program, or in the repository above it.</summary>
internal static class AssetFolder
{
    public static string Find(string? configured)
    {
        if (configured is not null)
        {
            return Directory.Exists(configured)
                ? configured
                : throw new DataFileException(configured, "the assets folder", "does not exist; name a folder that holds practice/ and scenarios/");
        }

        return Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "practice", "company.json")))
            ?? throw new DataFileException("assets", "the assets folder", $"was not found beside {AppContext.BaseDirectory} or above it; name it with --assets");
    }

    private static IEnumerable<string> Candidates()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                yield return Path.Combine(folder.FullName, "assets");
            }
        }
    }
}
