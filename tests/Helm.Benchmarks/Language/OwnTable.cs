using System.Text.Json;
using Helm.Conversation.Intents;
using Helm.Operations.Settings;

namespace Helm.Benchmarks.Language;

/// <summary>The table that Helm comes with, the names of a company of middle size, and what is said to it.</summary>
internal static class OwnTable
{
    public static string Folder { get; } = ProgramFolder.Locate(Path.Combine("intents", "en"));

    public static Vocabulary Names { get; } = new()
    {
        Environments = [new("prod", ["production", "live"]), new("staging", ["pre-production"]), new("test", ["qa"]), new("dev", ["development"])],
        Domains = [new("infrastructure"), new("application"), new("content"), new("design"), new("kubernetes"), new("containers")],
        Metrics = [new("cpu"), new("memory"), new("latency"), new("error_rate"), new("connections"), new("queue_depth")],
        Resources =
        [
            .. from name in new[] { "api", "billing", "cart", "checkout", "gateway", "orders", "payment", "search", "redis", "users" }
               from kind in new[] { "service", "worker", "db", "lambda", "queue" }
               select new ResourceName($"{name}-{kind}"),
        ],
        Issues = [new("infra-001", 1, "api-lambda", "critical", "prod"), new("content-001", 2, "content", "medium", "prod")],
    };

    /// <summary>Known words in an order that no pattern has, so that the classifier is asked.</summary>
    public const string Unclaimed = "production of healthy is";

    /// <summary>Of what is none of Helm's business, whatever the length of that list: a third of what is said, more than people say.</summary>
    private const int OutOfScope = 95;

    /// <summary>The table's examples and a part of what the pack names as none of its business; then the lines of a file.</summary>
    /// <param name="file">Lines of <c>{"text","intent","context"?}</c>; empty for none.</param>
    public static IReadOnlyList<Sentence> Said(IntentTable table, string file = "") =>
    [
        .. table.Intents.SelectMany(intent => intent.Examples).Select(example => new Sentence(example.Text, example.Context, InScope: true)),
        .. table.Compiled.Pack.OutOfScope.Where((_, number) => number % Math.Max(1, table.Compiled.Pack.OutOfScope.Count / OutOfScope) == 0).Select(text => new Sentence(text, TurnContext.Empty, InScope: false)),
        .. file.Length == 0 ? [] : File.ReadLines(file).Select(Line),
    ];

    private static Sentence Line(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;

        return new Sentence(
            root.GetProperty("text").GetString()!,
            root.TryGetProperty("context", out var context) ? LineContext.Read(context) : TurnContext.Empty,
            root.GetProperty("intent").GetString() != IntentNames.OutOfScope);
    }

    internal sealed record Sentence(string Text, TurnContext Context, bool InScope);
}
