using Helm.Cli.Remote;

namespace Helm.Cli.Voice;

/// <summary>The recordings to hear: from the command line and from a list, a path a line in its first column.</summary>
internal static class ListOfFiles
{
    public static IReadOnlyList<string> Of(IEnumerable<string> named, string? list)
    {
        var listed = list is null ? [] : Read(list);
        string[] all = [.. named, .. listed];
        return all.Length > 0
            ? all
            : throw new CommandFailedException("No recording was named. Give WAV files, or a list with --list FILE.tsv (a path a line, in the first column).");
    }

    private static IEnumerable<string> Read(string list)
    {
        if (!File.Exists(list))
        {
            throw new CommandFailedException($"There is no list {list}.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(list))!;
        return File.ReadLines(list)
            .Select(line => line.Split('\t')[0].Trim())
            .Where(path => path.Length > 0 && path[0] != '#')
            .Select(path => File.Exists(path) ? path : Path.Combine(folder, path));
    }
}
