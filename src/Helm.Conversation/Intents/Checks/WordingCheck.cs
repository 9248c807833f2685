using Helm.Conversation.Dialogs;
using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Intents.Checks;

/// <summary>Whatever Helm may have to say about the intents of a pack can be said in its language.</summary>
internal static class WordingCheck
{
    /// <summary>It takes the intent of the request before it, and that one's wording.</summary>
    private const string FollowUp = "follow_up";

    public static IReadOnlyList<PackError> Run(IReadOnlyList<IntentDefinition> intents, string dialogs, string own)
    {
        var missing = intents
            .Where(intent => intent.Name != FollowUp && !File.Exists(Path.Combine(dialogs, intent.Name + ".yaml")))
            .ToDictionary(intent => intent.Name);
        try
        {
            var there = AskedWordings.In(dialogs).Select(wording => wording.Key).ToHashSet();

            return
            [
                .. missing.Values.Select(intent => new PackError(intent.File, 1, $"there is no wording for {intent.Name}: {Path.Combine(dialogs, intent.Name + ".yaml")} is missing")),
                .. from key in AskedWordings.Of(own)
                   let about = key.Split('.')[0]
                   where !there.Contains(key) && !missing.ContainsKey(about) && (about == AskedWordings.Shared || intents.Any(intent => intent.Name == about))
                   select Missing(key, dialogs),
            ];
        }
        catch (DialogException wrong)
        {
            return [new PackError(dialogs, 0, wrong.Message)];
        }
    }

    private static PackError Missing(string key, string dialogs)
    {
        var (about, name) = (key.Split('.')[0], key.Split('.')[1]);
        var path = Path.Combine(dialogs, about + ".yaml");
        var line = File.Exists(path) ? 1 + Array.FindIndex(File.ReadAllLines(path), text => text.StartsWith("answers:", StringComparison.Ordinal)) : 0;

        return new PackError(Path.Combine("dialogs", Path.GetFileName(dialogs), about + ".yaml"), line, $"the answer '{name}' is missing, and Helm asks for it");
    }
}
