namespace Helm.Conversation.Intents.Packs;

/// <summary>Reads <c>_like.yaml</c>: for each intent, sentences in other words than its patterns', for the classifier alone.</summary>
internal static class LikeReader
{
    /// <summary>The intents with these sentences; as they are where there is no such file.</summary>
    public static IntentDefinition[] Add(string path, IntentDefinition[] intents, List<PackError> errors)
    {
        if (!File.Exists(path))
        {
            return intents;
        }

        var file = YamlFile.Read(path, errors);
        file.OnlyKnows(file.Root, [.. intents.Select(intent => intent.Name)]);

        return [.. intents.Select(intent => intent with { Like = [.. intent.Like, .. file.Texts(file.Root, intent.Name)] })];
    }
}
