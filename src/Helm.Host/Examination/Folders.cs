namespace Helm.Host.Examination;

/// <summary>Looks whether a file could be made, without making it.</summary>
internal static class Folders
{
    /// <summary>Null when it could.</summary>
    public static string? WhyNoFileCanBeMade(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        while (!Directory.Exists(folder))
        {
            if (File.Exists(folder) || Path.GetDirectoryName(folder) is not { } above)
            {
                return $"{folder} is no folder.";
            }

            folder = above;
        }

        try
        {
            using var probe = new FileStream(
                Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused.Message;
        }
    }
}
