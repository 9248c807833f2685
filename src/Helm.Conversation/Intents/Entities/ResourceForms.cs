namespace Helm.Conversation.Intents.Entities;

/// <summary>How people say the name of a resource: without the environment in it, without "service" behind it.</summary>
internal static class ResourceForms
{
    public static IEnumerable<(string Form, int Cost)> Of(string canonical, IReadOnlySet<string> environments, IReadOnlyList<string> suffixes)
    {
        var words = VocabularyIndex.Words(canonical).Split(' ');
        yield return (string.Join(' ', words), 0);

        // "The orders database" is orders-db, and not a service called orders.
        if (words is [_, .., "db"])
        {
            yield return (string.Join(' ', words[..^1]) + " database", 0);
        }

        var shorter = WithoutEnvironment(words, environments);
        if (shorter.Length < words.Length)
        {
            yield return (string.Join(' ', shorter), 1);
        }

        if (shorter.Length > 1 && suffixes.Contains(shorter[^1]))
        {
            yield return (string.Join(' ', shorter[..^1]), 1);
        }
    }

    private static string[] WithoutEnvironment(string[] words, IReadOnlySet<string> environments) =>
        words.Length > 1 && environments.Contains(words[0]) ? words[1..]
        : words.Length > 1 && environments.Contains(words[^1]) ? words[..^1]
        : words;
}
