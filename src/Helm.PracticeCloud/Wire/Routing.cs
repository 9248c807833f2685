namespace Helm.PracticeCloud.Wire;

/// <summary>Finds the REST operation that a method and a path name.</summary>
internal static class Routing
{
    public static (AwsOperation Operation, List<KeyValuePair<string, string>> Path)? Match(AwsService service, ReceivedRequest request)
    {
        var segments = Segments(request.Path);
        var query = request.QueryPairs().Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var operation in service.Operations)
        {
            if (operation.Method == request.Method && (operation.Query is null || query.Contains(operation.Query))
                && Parameters(Segments(operation.Path), segments) is { } path)
            {
                return (operation, path);
            }
        }

        return null;
    }

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static List<KeyValuePair<string, string>>? Parameters(string[] template, string[] segments)
    {
        if (template.Length != segments.Length)
        {
            return null;
        }

        var found = new List<KeyValuePair<string, string>>();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i].StartsWith('{'))
            {
                found.Add(new(template[i].Trim('{', '}'), Uri.UnescapeDataString(segments[i])));
            }
            else if (template[i] != segments[i])
            {
                return null;
            }
        }

        return found;
    }
}
