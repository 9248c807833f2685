namespace Helm.Operations.Settings;

/// <summary>Finds what comes along with the program: intents, dialogs, assets.</summary>
public static class ProgramFolder
{
    /// <summary>
    /// A folder or file as named, from the current folder, or beside the program or above it (a program that was built in its repository).
    /// The last guess when there is none, so that an error can name it.
    /// </summary>
    public static string Locate(string path)
    {
        var candidates = new[] { Path.GetFullPath(path) }.Concat(Above(AppContext.BaseDirectory).Select(folder => Path.Combine(folder, path)));
        return candidates.FirstOrDefault(IsThere) ?? Path.Combine(AppContext.BaseDirectory, path);
    }

    private static bool IsThere(string path) =>
        File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any());

    private static IEnumerable<string> Above(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            yield return here.FullName;
        }
    }
}
