namespace Helm.Conversation.Intents;

/// <summary>A request that is ready to be run: from a sentence, a slash command, a button or an API call alike.</summary>
/// <param name="Intent">One of <see cref="IntentNames"/>.</param>
/// <param name="Entities">Resolved; keys as in the intent's slots. Values are string, int, decimal or bool.</param>
public sealed record Command(string Intent, IReadOnlyDictionary<string, object> Entities)
{
    public string? Text(string key) => Entities.GetValueOrDefault(key) as string;

    public int? Number(string key) => Entities.GetValueOrDefault(key) is int number ? number : null;

    public bool Flag(string key) => Entities.GetValueOrDefault(key) is true;
}
