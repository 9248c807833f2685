using System.Text.Json.Nodes;

namespace Helm.PracticeCloud.Office;

/// <summary>The developers' work items, as GitHub's REST API shows issues.</summary>
internal sealed class WorkItems
{
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _items = [];

    /// <summary>Newest first.</summary>
    public JsonArray List(string label, string state, int size, int page)
    {
        lock (_lock)
        {
            return [.. _items.AsEnumerable().Reverse()
                .Where(item => label.Length == 0 || item["labels"]!.AsArray().Any(one => (string?)one!["name"] == label))
                .Where(item => state == "all" || (string?)item["state"] == state)
                .Skip((page - 1) * size).Take(size).Select(item => item.DeepClone())];
        }
    }

    public JsonObject Add(JsonObject asked, Func<int, string> addressOf)
    {
        lock (_lock)
        {
            var number = _items.Count + 1;
            _items.Add(new()
            {
                ["number"] = number,
                ["title"] = asked["title"]?.DeepClone(),
                ["body"] = asked["body"]?.DeepClone(),
                ["state"] = "open",
                ["html_url"] = addressOf(number),
                ["labels"] = Named(asked["labels"], "name"),
                ["assignees"] = Named(asked["assignees"], "login"),
                ["comments"] = new JsonArray(),
            });
            return Copy(_items[^1]);
        }
    }

    /// <summary>Null for one that is not there.</summary>
    public JsonObject? Find(int number) => With(number, _ => { });

    public JsonObject? SetState(int number, string state) => With(number, item => item["state"] = state);

    public JsonObject? Comment(int number, string text) => With(number, item => item["comments"]!.AsArray().Add(text));

    private static JsonArray Named(JsonNode? names, string field) =>
        [.. (names?.AsArray() ?? []).Select(name => new JsonObject { [field] = name!.DeepClone() })];

    private static JsonObject Copy(JsonObject item) => item.DeepClone().AsObject();

    private JsonObject? With(int number, Action<JsonObject> change)
    {
        lock (_lock)
        {
            if (number < 1 || number > _items.Count)
            {
                return null;
            }

            change(_items[number - 1]);
            return Copy(_items[number - 1]);
        }
    }
}
