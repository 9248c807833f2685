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

    public static (string Text, TurnContext Context)[] Said(IntentTable table) =>
        [.. table.Intents.SelectMany(intent => intent.Examples).Select(example => (example.Text, example.Context))];
}
