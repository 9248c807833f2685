using Helm.Conversation.Intents.Packs;

namespace Helm.Conversation.Intents.Checks;

/// <summary>The names that the examples of a pack mean, so that a pack can be checked without an installation.</summary>
internal static class ExampleNames
{
    public static Vocabulary Of(IReadOnlyList<IntentDefinition> intents) => new()
    {
        Environments = [.. Said(intents, "environment").Select(name => new Name(name))],
        Domains = [.. Said(intents, "domain").Select(name => new Name(name))],
        Metrics = [.. Said(intents, "metric").Select(name => new Name(name))],
        Resources = [.. Said(intents, "resource").Select(name => new ResourceName(name))],
        Issues = [.. Said(intents, "issue_id").Select((id, at) => new IssueName(id, at + 1, null, null, null))],
    };

    private static IEnumerable<string> Said(IReadOnlyList<IntentDefinition> intents, string slot) =>
        intents.SelectMany(intent => intent.Examples)
            .SelectMany(example => new[] { example.Entities, example.Context.LastEntities })
            .Select(entities => entities.GetValueOrDefault(slot))
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal);
}
