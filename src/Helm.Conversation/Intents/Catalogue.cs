using System.Text.Json;

namespace Helm.Conversation.Intents;

/// <summary>Names from a file instead of a running host; the format is that of the evaluation's catalogue.</summary>
public static class Catalogue
{
    /// <exception cref="InvalidDataException">With what is wrong in the file.</exception>
    public static Vocabulary Load(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = document.RootElement;

            return new Vocabulary
            {
                Environments = Names(root, "environments"),
                Domains = Names(root, "domains"),
                Metrics = Names(root, "metrics"),
                Resources = [.. Items(root, "resources").Select(Resource)],
                Issues = [.. Items(root, "issues").Select(Issue)],
            };
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"{file} is no catalogue of names: {wrong.Message}", wrong);
        }
    }

    private static Name[] Names(JsonElement root, string key) =>
        [.. Items(root, key).Select(item => new Name(Text(item)))];

    private static List<JsonElement> Items(JsonElement root, string key) =>
        root.TryGetProperty(key, out var list) ? [.. list.EnumerateArray()] : [];

    private static ResourceName Resource(JsonElement item) =>
        item.ValueKind == JsonValueKind.String
            ? new ResourceName(Text(item))
            : new ResourceName(Text(item.GetProperty("name")), Optional(item, "type"), Optional(item, "environment"), Optional(item, "domain"));

    private static IssueName Issue(JsonElement item, int index) =>
        new(
            Text(item.GetProperty("issue_id")),
            item.TryGetProperty("ordinal", out var ordinal) ? ordinal.GetInt32() : index + 1,
            Optional(item, "resource"),
            Optional(item, "severity"),
            Optional(item, "environment"));

    private static string? Optional(JsonElement item, string key) =>
        item.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static string Text(JsonElement item) => item.GetString() ?? throw new FormatException("a name is null");
}
